package io.streamalert.cli;

import picocli.CommandLine.Command;

/** {@code streamalert rules}: what there is to ask of rules. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Lists and explains rules.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  streamalert rules list --rules my-rules/"})
final class RulesCommand {}
