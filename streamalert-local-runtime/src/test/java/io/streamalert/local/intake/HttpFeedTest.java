package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.feed.FeedBatch;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.settings.Secret;
import io.streamalert.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a feed makes of good requests. */
class HttpFeedTest {

  private static final LogSource EDGE = LogSource.of("http", "edge");

  private final ScriptedContext context = new ScriptedContext();
  private final RunningFeed feed = RunningFeed.run(
      HttpFeed.builder("intake").defaultSource(LogSource.of("http", "default")), context);

  @AfterEach
  void stop() {
    feed.close();
  }

  @Test
  void linesAreRawLogsAtTheirNumbers() throws Exception {
    HttpResponse<String> answer =
        feed.send(feed.post("/v1/logs/http/edge", "{\"a\":1}\n\r\n{\"b\":2}\r\nlast")
            .header("Idempotency-Key", "k-1"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(FieldValue.parse(answer.body()).toJava())
        .isEqualTo(FieldValue.parse("""
        {"logs": 3, "blank_lines": 1, "commit": 1, "repeated": false}""").toJava());
    FeedBatch batch = context.next().batch();
    assertThat(texts(batch)).containsExactly("{\"a\":1}", "{\"b\":2}", "last");
    assertThat(batch.logs()).extracting(RawLog::source).containsOnly(EDGE);
    Position request = Position.of("http", "intake", "http:edge", "k-1");
    assertThat(batch.logs())
        .extracting(RawLog::position)
        .containsExactly(request.then(1), request.then(3), request.then(4));
    assertThat(batch.key()).contains("intake http:edge k-1");
    assertThat(batch.checkpoint()).isEmpty();
  }

  @Test
  void aDocumentIsOneRawLog() throws Exception {
    String list = "[{\"a\":1},\n {\"a\":2}]\n";

    assertThat(feed.send(json(list)).body()).contains("\"logs\":1");
    assertThat(texts(context.next().batch())).containsExactly(list);
  }

  @Test
  void jsonLinesMayBeCalledJson() throws Exception {
    assertThat(feed.send(json("\n{\"a\":1}\n{\"a\":2}\n{oh")).body()).contains("\"logs\":3");
    assertThat(texts(context.next().batch())).containsExactly("{\"a\":1}", "{\"a\":2}", "{oh");
  }

  @Test
  void linesOfASourceOfMessagesAreMessages() throws Exception {
    feed.send(feed.post("/v1/logs/kinesis/stream", "[1,\n2]"));

    assertThat(texts(context.next().batch())).containsExactly("[1,", "2]");
  }

  @Test
  void aResourceMayHaveSlashesAndEscapes() throws Exception {
    feed.send(feed.post("/v1/logs/file/var/log/a%20b", "x"));

    assertThat(context.next().batch().logs())
        .extracting(RawLog::source)
        .containsExactly(LogSource.of("file", "var/log/a b"));
  }

  @Test
  void aBodyMayBeCompressed() throws Exception {
    feed.send(feed.to("/v1/logs")
        .header("Content-Encoding", "gzip")
        .POST(BodyPublishers.ofByteArray(gzip("one\n", "two\n"))));

    FeedBatch batch = context.next().batch();
    assertThat(texts(batch)).containsExactly("one", "two");
    assertThat(batch.logs())
        .extracting(RawLog::source)
        .containsOnly(LogSource.of("http", "default"));
  }

  @Test
  void withoutAKeyEveryRequestIsNew() throws Exception {
    feed.send(feed.post("/v1/logs", "same"));
    feed.send(feed.post("/v1/logs", "same"));

    FeedBatch first = context.next().batch();
    FeedBatch second = context.next().batch();
    assertThat(first.key()).isEmpty();
    assertThat(first.logs().get(0).position()).isNotEqualTo(second.logs().get(0).position());
  }

  @Test
  void aKeyMayBeQuoted() throws Exception {
    feed.send(feed.post("/v1/logs", "x").header("Idempotency-Key", "\"k 1\"".replace(" ", "-")));

    assertThat(context.next().batch().key()).contains("intake http:default k-1");
  }

  @Test
  void nothingIsNotStored() throws Exception {
    assertThat(feed.send(feed.post("/v1/logs", "")).body())
        .isEqualTo("{\"logs\":0,\"blank_lines\":0}\n");
    assertThat(feed.send(feed.post("/v1/logs", "\n\n")).body()).contains("\"blank_lines\":2");
    assertThat(context.next().batch().blankLines()).isEqualTo(2);
    assertThat(context.waiting()).isZero();
  }

  @Test
  void theGuideListensEverywhereWithATokenAndTls() {
    // docs: http-intake
    HttpFeed feed = HttpFeed.builder("intake")
        .address(new InetSocketAddress("0.0.0.0", HttpFeed.DEFAULT_PORT))
        .tls(Tls.pem(Path.of("/etc/streamalert/tls.crt"), Path.of("/etc/streamalert/tls.key")))
        .token(Secret.fromEnv("INTAKE_TOKEN"))
        .source(LogSource.of("http", "edge"))
        .build();
    // end

    assertThat(feed).hasToString("HttpFeed[intake /0.0.0.0:8484]");
    assertThat(feed.name()).isEqualTo("intake");
  }

  @Test
  void whatWouldBeUnsafeOrImpossibleIsRefused() {
    assertThatThrownBy(() ->
            HttpFeed.builder("a").address(new InetSocketAddress("0.0.0.0", 0)).build())
        .hasMessageContaining("give it a token");
    assertThatThrownBy(() -> HttpFeed.builder(" ")).hasMessageContaining("must not be blank");
    assertThatThrownBy(() -> HttpFeed.builder("a")
            .source(EDGE)
            .defaultSource(LogSource.of("http", "other"))
            .build())
        .hasMessageContaining("add it to them");
    assertThatThrownBy(() -> HttpFeed.builder("a")
            .settings(Settings.builder().maxDocumentBytes(1000).build())
            .build())
        .hasMessageContaining("must not be larger than maxDocumentBytes, 1000");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (RunningFeed second =
        RunningFeed.runAt(feed.port(), HttpFeed.builder("b"), new ScriptedContext())) {
      assertThatThrownBy(second::join)
          .hasRootCauseInstanceOf(java.net.BindException.class)
          .hasMessageContaining("Cannot listen on /127.0.0.1:" + feed.port());
    }
  }

  @Test
  void aTokenThatIsNotThereStopsTheStart() throws Exception {
    Secret blank = Secret.literal(" ");
    try (RunningFeed second =
        RunningFeed.run(HttpFeed.builder("b").token(blank), new ScriptedContext())) {
      assertThatThrownBy(second::join).hasMessageContaining("is blank");
    }
  }

  private java.net.http.HttpRequest.Builder json(String body) {
    return feed.post("/v1/logs", body).header("Content-Type", "application/json");
  }

  private static List<String> texts(FeedBatch batch) {
    return batch.logs().stream().map(log -> log.text().orElseThrow()).toList();
  }

  static byte[] gzip(String... members) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String member : members) {
      try (GZIPOutputStream out = new GZIPOutputStream(all)) {
        out.write(member.getBytes(StandardCharsets.UTF_8));
      }
    }
    return all.toByteArray();
  }
}
