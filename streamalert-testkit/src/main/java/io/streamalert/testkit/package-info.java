/**
 * Contract suites: what every implementation of an interface of StreamAlert must do, as JUnit tests
 * to extend.
 */
@NullMarked
package io.streamalert.testkit;

import org.jspecify.annotations.NullMarked;
