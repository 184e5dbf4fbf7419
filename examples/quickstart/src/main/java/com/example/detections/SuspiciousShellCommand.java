package com.example.detections;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A shell history has a command as attackers type them. A rule with code of its own. */
public final class SuspiciousShellCommand implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("suspicious_shell_command")
      .description("A shell history has a command as attackers type them")
      .logs("osquery:differential")
      .severity(Severity.HIGH)
      .attack("T1059.004", "T1105")
      .falsePositives("Installers that tell you to pipe their script into a shell.")
      .runbook("Ask the user. If it was not them, isolate the host and look at its connections.")
      .where(field("action").is("added").and(field("columns", "command").exists()))
      .build();

  /** What is looked for. The patterns are bounded, so that a long command cannot stall them. */
  private enum Technique {
    DOWNLOAD_AND_RUN(
        "piped a download into a shell",
        Severity.HIGH,
        "\\b(curl|wget)\\b[^|]{1,500}\\|\\s{0,9}(sudo\\s{1,9})?(ba|da|k|z)?sh\\b"),
    REVERSE_SHELL(
        "opened a reverse shell",
        Severity.CRITICAL,
        "/dev/(tcp|udp)/|\\b(nc|ncat)\\b[^|;]{1,200}\\s-e\\b");

    private final String deed;
    private final Severity severity;
    private final Pattern pattern;

    Technique(String deed, Severity severity, String pattern) {
      this.deed = deed;
      this.severity = severity;
      this.pattern = Pattern.compile(pattern);
    }

    static Optional<Technique> of(String command) {
      return Stream.of(values()).filter(t -> t.pattern.matcher(command).find()).findFirst();
    }
  }

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return Technique.of(command(record)).isPresent();
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    Technique technique = Technique.of(command(record)).orElseThrow();
    String user = record.at("columns", "username").asString().orElse("Somebody");
    String host = record.at("hostIdentifier").asText();
    return AlertDetails.titled(
            "%s on %s %s: %s".formatted(user, host, technique.deed, shortened(command(record))))
        .withSeverity(technique.severity);
  }

  private static String command(LogRecord record) {
    return record.at("columns", "command").asText();
  }

  /** One line for people, whatever the attacker typed. */
  private static String shortened(String command) {
    String line = command.replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= 100 ? line : line.substring(0, 100) + " …";
  }
}
