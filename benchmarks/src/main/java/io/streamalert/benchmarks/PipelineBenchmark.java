package io.streamalert.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamalert.StreamAlert;
import io.streamalert.benchmarks.Passes.Timed;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The speed of the whole pipeline on one core, against {@link ObjectMapper#readTree(byte[])} on the same logs in the
 * same run. Passes alternate, and a ratio is taken within a pass.
 */
public final class PipelineBenchmark {

  private static final int WARM_UP = 5;
  private static final int LOGS = 200_000;

  private PipelineBenchmark() {}

  /**
   * Prints the table.
   *
   * @param args the number of passes, default 15
   * @throws IOException if a log cannot be read
   */
  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(new CommunityRules())
        .build();
    Ways ways = new Ways(Logs.generated(LOGS));
    print(new Passes(LOGS, WARM_UP)
        .add("Jackson `readTree`", ways::readTree)
        .add("classify and normalise", () -> ways.classify(streamAlert))
        .add("the same, and look at all normalised values", () -> ways.normalise(streamAlert))
        .add("classify, normalise and run the rules (`process`)", () -> ways.process(streamAlert))
        .time(count));
  }

  private static void print(List<Timed> ways) {
    System.out.println("| what | times readTree, median (least–greatest) | ns a log | result |");
    System.out.println("| --- | --- | --- | --- |");
    for (Timed way : ways) {
      System.out.println(String.format(
          Locale.ROOT,
          "| %s | %s | %,.0f | %,d |",
          way.name(),
          way.timesAsFastAs(ways.get(0)),
          way.nanos().median(),
          way.result()));
    }
  }
}
