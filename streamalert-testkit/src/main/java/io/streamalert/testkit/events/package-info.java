/**
 * Reads and runs the files of test events by which StreamAlert tests its rules. Needs the core
 * module only; {@link io.streamalert.testkit.EventTests} makes JUnit tests of it.
 */
@NullMarked
package io.streamalert.testkit.events;

import org.jspecify.annotations.NullMarked;
