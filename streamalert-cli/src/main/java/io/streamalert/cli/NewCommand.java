package io.streamalert.cli;

import picocli.CommandLine.Command;

/** {@code streamalert new}: what there is to begin. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Writes the first files of something new.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  streamalert new rule root_login --dir my-rules"})
final class NewCommand {}
