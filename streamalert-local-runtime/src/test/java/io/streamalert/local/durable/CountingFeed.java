package io.streamalert.local.durable;

import static io.streamalert.condition.Condition.field;

import io.streamalert.StreamAlert;
import io.streamalert.StreamAlertBuilder;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedContext;
import io.streamalert.feed.FeedReceipt;
import io.streamalert.feed.LogFeed;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** So many numbered logs, of which each tenth raises an alert and each hundredth fits nothing. */
record CountingFeed(
    String name, int count, int batchSize, List<CompletionStage<FeedReceipt>> receipts)
    implements LogFeed {

  private static final LogSource SOURCE = LogSource.of("s3", "bucket");

  static CountingFeed of(String name, int count) {
    return new CountingFeed(name, count, 7, new ArrayList<>());
  }

  static StreamAlert streamAlert() {
    return builder().build();
  }

  static StreamAlertBuilder builder() {
    LogSchema login = LogSchema.named("test:login")
        .field("number", FieldType.integer())
        .field("user", FieldType.string())
        .build();
    return StreamAlert.builder()
        .schemas(login)
        .rules(Rule.of(RuleSpec.named("eve")
            .logs("test:login")
            .where(field("user").is("eve"))
            .build()));
  }

  RawLog log(int number) {
    String user = number % 10 == 0 ? "eve" : "ann";
    String text =
        number % 100 == 99 ? "no JSON" : "{\"number\": " + number + ", \"user\": \"" + user + "\"}";
    return RawLog.of(SOURCE, Position.of("test", name).then(number), text);
  }

  List<RawLog> logs() {
    List<RawLog> logs = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      logs.add(log(number));
    }
    return logs;
  }

  @Override
  public void run(Optional<String> checkpoint, FeedContext context) throws InterruptedException {
    int next = checkpoint.map(Integer::parseInt).orElse(0);
    while (next < count && context.pause(Duration.ZERO)) {
      FeedBatch.Builder batch = FeedBatch.builder();
      int end = Math.min(count, next + batchSize);
      for (; next < end; next++) {
        batch.log(log(next));
      }
      receipts.add(context.submit(batch.checkpoint(Integer.toString(next)).build()));
    }
  }
}
