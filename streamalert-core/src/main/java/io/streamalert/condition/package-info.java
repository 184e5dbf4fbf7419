/**
 * Conditions over records: written as code, readable as English, able to say why they hold or not.
 */
@NullMarked
package io.streamalert.condition;

import org.jspecify.annotations.NullMarked;
