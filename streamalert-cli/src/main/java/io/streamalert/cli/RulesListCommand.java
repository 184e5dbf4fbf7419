package io.streamalert.cli;

import io.streamalert.outputs.TerminalText;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import io.streamalert.rule.RuleEntry;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RuleState;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code streamalert rules list}: the rules and what becomes of them. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Lists the built-in rules and those of --rules, in the order in which they run.",
      "",
      "A built-in rule is inactive if none of its log types has a schema. INDEX says whether a condition keeps the"
          + " rule's code from most records (condition), or the code runs for each record of its log types (none).",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert rules list",
      "  streamalert rules list --conf conf --rules my-rules/ --json",
      "",
      "Exit codes: 0 listed; 2 wrong use, or rules and configuration cannot be used."
    })
final class RulesListCommand extends IoCommand {

  @Mixin
  private RuleOptions options = new RuleOptions();

  @Option(names = "--json", description = "Print {\"rules\":[…]} on one line.")
  private boolean json;

  RulesListCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    try (RuleLoader loader = new RuleLoader()) {
      List<RuleEntry> entries = new Composition(io)
          .compose(options.conf(), options.rules(), loader)
          .engine()
          .entries();
      try (Output out = Output.standard(io)) {
        if (json) {
          out.line(FieldValue.of(
                  Map.of("rules", entries.stream().map(RulesListCommand::fields).toList()))
              .toJson());
        } else {
          print(entries, out);
        }
      }
    }
    return ExitCode.FINE;
  }

  private void print(List<RuleEntry> entries, Output out) {
    Table table = new Table("NAME", "STATE", "SEVERITY", "INDEX", "LOGS", "ORIGIN");
    for (RuleEntry entry : entries) {
      table.row(
          entry.spec().name(),
          lower(entry.state()),
          lower(entry.spec().severity()),
          entry.isIndexable() ? "condition" : "none",
          looksAt(entry.spec()),
          entry.origin().toString());
    }
    table.lines().forEach(line -> out.line(TerminalText.clean(line)));
    io.say(counted(entries));
  }

  private static String looksAt(RuleSpec spec) {
    String logs = spec.logs().isEmpty() ? "all" : String.join(",", logs(spec));
    return spec.dataTypes().isEmpty() ? logs : logs + " with " + String.join("|", spec.dataTypes());
  }

  private static List<String> logs(RuleSpec spec) {
    return spec.logs().stream().map(LogType::name).toList();
  }

  private static String counted(List<RuleEntry> entries) {
    Map<RuleState, Long> counts = entries.stream()
        .collect(Collectors.groupingBy(
            RuleEntry::state, () -> new EnumMap<>(RuleState.class), Collectors.counting()));
    return Text.count(entries.size(), "rule", "rules") + ": "
        + counts.entrySet().stream()
            .map(count -> Text.number(count.getValue()) + " " + lower(count.getKey()))
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> fields(RuleEntry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", entry.spec().name());
    fields.put("state", lower(entry.state()));
    fields.put("severity", lower(entry.spec().severity()));
    fields.put("indexable", entry.isIndexable());
    fields.put("logs", logs(entry.spec()));
    fields.put("datatypes", List.copyOf(entry.spec().dataTypes()));
    fields.put("class", entry.origin().type());
    fields.put("place", entry.origin().place());
    fields.put("description", entry.spec().description());
    return fields;
  }
}
