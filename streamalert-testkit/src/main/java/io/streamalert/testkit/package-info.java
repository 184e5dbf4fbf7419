/**
 * Tools for tests of schemas, rules and everything that others implement: sample logs, a JUnit
 * extension with assertions, records that are made up from schemas, and contract suites to extend.
 */
@NullMarked
package io.streamalert.testkit;

import org.jspecify.annotations.NullMarked;
