package io.streamalert.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes raw logs of three types in equal parts, in an order that looks random and is the same for
 * each seed.
 *
 * <ul>
 *   <li>{@code cloudtrail:events}: {@code {"Records":[…]}} with one record, as S3 delivers them
 *   <li>{@code cloudwatch:events}: an EventBridge event with a CloudTrail record in {@code detail}
 *   <li>{@code osquery:differential}: one row of a scheduled query
 * </ul>
 *
 * <p>About 1 kB each. About one in a hundred is use of the root account (rule
 * {@code cloudtrail_root_account_usage} on {@code cloudwatch:events}), and one in two hundred a
 * critical call (rule {@code cloudtrail_critical_api_calls} on {@code cloudtrail:events}). A few
 * have escapes, other scripts, large numbers.
 */
public final class Workload {

  /** The seed of every published measurement. */
  public static final long SEED = 20_240_811L;

  /** A raw log and what must become of it. */
  public static final class Event {

    private final byte[] payload;
    private final String logType;
    private final @Nullable String rule;

    private Event(byte[] payload, String logType, @Nullable String rule) {
      this.payload = payload;
      this.logType = logType;
      this.rule = rule;
    }

    /**
     * Returns the log.
     *
     * @return JSON without a line break; not copied
     */
    public byte[] payload() {
      return payload;
    }

    /**
     * Returns the type that fits it.
     *
     * @return the name of the type
     */
    public String logType() {
      return logType;
    }

    /**
     * Returns the rule that fires on it.
     *
     * @return the name of the rule, or empty if none fires
     */
    public Optional<String> rule() {
      return Optional.ofNullable(rule);
    }
  }

  private final Chance chance;
  private final CloudTrailRecords records;
  private final OsqueryRows rows;
  private final ObjectMapper plain = new ObjectMapper();
  private final ObjectMapper escaping = new ObjectMapper(
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build());

  /**
   * Starts anew.
   *
   * @param seed equal seeds give equal events
   */
  public Workload(long seed) {
    chance = new Chance(seed);
    records = new CloudTrailRecords(chance);
    rows = new OsqueryRows(chance);
  }

  /**
   * Makes the next event.
   *
   * @return the event
   */
  public Event next() {
    return switch (chance.below(3)) {
      case 0 -> cloudTrail();
      case 1 -> eventBridge();
      default -> event("osquery:differential", null, rows.row());
    };
  }

  /**
   * Makes the payloads of a measurement.
   *
   * @param count how many
   * @param seed equal seeds give equal payloads
   * @return the payloads
   */
  public static byte[][] payloads(int count, long seed) {
    Workload workload = new Workload(seed);
    byte[][] payloads = new byte[count][];
    Arrays.setAll(payloads, i -> workload.next().payload());
    return payloads;
  }

  private Event cloudTrail() {
    boolean critical = chance.permille(15);
    Map<String, @Nullable Object> record =
        critical ? records.criticalCall() : records.ordinaryCall();
    String rule = critical ? "cloudtrail_critical_api_calls" : null;
    return event("cloudtrail:events", rule, Json.map("Records", List.of(record)));
  }

  private Event eventBridge() {
    boolean root = chance.permille(30);
    Map<String, @Nullable Object> detail = root ? records.rootUsage() : records.ordinaryCall();
    String source = String.valueOf(detail.get("eventSource"));
    Map<String, @Nullable Object> event = Json.map(
        "version", "0",
        "id", chance.uuid(),
        "detail-type", "AWS API Call via CloudTrail",
        "source", "aws." + source.substring(0, source.indexOf('.')),
        "account", detail.get("recipientAccountId"),
        "time", detail.get("eventTime"),
        "region", detail.get("awsRegion"),
        "resources", List.of(),
        "detail", detail);
    return event("cloudwatch:events", root ? "cloudtrail_root_account_usage" : null, event);
  }

  private Event event(
      String logType, @Nullable String rule, Map<String, @Nullable Object> content) {
    try {
      // Some producers escape what is not ASCII, most do not.
      byte[] payload = (chance.permille(200) ? escaping : plain).writeValueAsBytes(content);
      return new Event(payload, logType, rule);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of plain values are always written", e);
    }
  }

  /**
   * Writes events to a file, one a line.
   *
   * @param args how many, the file and, if not {@value #SEED}, the seed
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Workload workload = new Workload(args.length > 2 ? Long.parseLong(args[2]) : SEED);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 16)) {
      for (int i = Integer.parseInt(args[0]); i > 0; i--) {
        out.write(workload.next().payload());
        out.write('\n');
      }
    }
  }
}
