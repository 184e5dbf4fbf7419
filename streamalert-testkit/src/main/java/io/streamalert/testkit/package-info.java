/**
 * Tools for tests of schemas, rules and everything that others implement: sample logs, and contract
 * suites to extend.
 */
@NullMarked
package io.streamalert.testkit;

import org.jspecify.annotations.NullMarked;
