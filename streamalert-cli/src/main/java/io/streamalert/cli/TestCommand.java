package io.streamalert.cli;

import picocli.CommandLine.Command;

/** {@code streamalert test}: runs test events. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Runs the test events of rules and schemas.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  streamalert test rules --conf conf -d rules"})
final class TestCommand {}
