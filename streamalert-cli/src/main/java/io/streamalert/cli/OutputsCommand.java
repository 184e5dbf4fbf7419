package io.streamalert.cli;

import picocli.CommandLine.Command;

/** {@code streamalert outputs}: where alerts go, and with which credentials. */
@Command(
    name = "outputs",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Configures outputs and keeps their credentials.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  streamalert outputs set slack --conf conf"})
final class OutputsCommand {}
