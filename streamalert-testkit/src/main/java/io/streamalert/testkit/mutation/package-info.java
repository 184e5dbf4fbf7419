/**
 * Measures tests of a rule: changes the rule a little, many times, and counts how often its sample
 * records tell. Needs nothing but core.
 */
@NullMarked
package io.streamalert.testkit.mutation;

import org.jspecify.annotations.NullMarked;
