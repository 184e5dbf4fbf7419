package io.streamalert.cli;

/**
 * What is told of tests beside what failed.
 *
 * @param untested rules without a test
 * @param stats what the rules did
 * @param mutations what the tests make of changed rules
 */
record TestDetails(boolean untested, boolean stats, boolean mutations) {}
