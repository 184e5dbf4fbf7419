package io.streamalert.cli;

import picocli.CommandLine.Command;

/** {@code streamalert schema}: what there is to do with schemas. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Helps with schemas.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  streamalert schema draft samples.jsonl"})
final class SchemaCommand {}
