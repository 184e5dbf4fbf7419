package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.LogSource;
import io.streamalert.settings.Secret;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a feed says to bad requests; nothing of them is stored. */
class HttpFeedRefusalTest {

  private static final String PATH = "/v1/logs/http/edge";
  private static final int LIMIT = 10_000;

  private final ScriptedContext context = new ScriptedContext();
  private final RunningFeed feed = RunningFeed.run(
      HttpFeed.builder("intake")
          .token(Secret.literal("first"))
          .token(Secret.literal("second"))
          .source(LogSource.of("http", "edge"))
          .limits(HttpLimits.builder().maxBodyBytes(LIMIT).build()),
      context);

  @AfterEach
  void nothingIsStored() {
    feed.close();
    assertThat(context.waiting()).isZero();
  }

  @Test
  void aTokenIsAskedFor() throws Exception {
    for (String wrong :
        List.of("Bearer firs", "Bearer firstx", "Basic first", "first", "Bearer ")) {
      HttpResponse<String> answer = feed.send(feed.post(PATH, "x").header("Authorization", wrong));
      assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
    assertThat(feed.send(feed.post(PATH, "x")).statusCode()).isEqualTo(401);
  }

  @Test
  void everyTokenIsGood() throws Exception {
    for (String right : List.of("Bearer first", "bearer second")) {
      assertThat(feed.send(feed.post(PATH, "x").header("Authorization", right)).statusCode())
          .isEqualTo(200);
      context.next();
    }
  }

  @Test
  void otherPathsAreNotThere() throws Exception {
    for (String path : List.of(
        "/",
        "/v1",
        "/v1/logsx",
        "/v1/logs",
        "/v1/logs/http",
        "/v1/logs/http/",
        "/v1/logs/http/other",
        "/v1/logs/a:b/c")) {
      HttpResponse<String> answer = feed.send(allowed(path, "x"));
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).startsWith("{\"error\":");
    }
  }

  @Test
  void pathsAreUnambiguous() throws Exception {
    for (String path : List.of("/v1/logs//x", "/v1/logs/http/a%2Fb", "/v1/logs/http/e%0Adge")) {
      assertThat(feed.send(allowed(path, "x")).statusCode()).as(path).isEqualTo(400);
    }
  }

  @Test
  void otherMethodsAreNotAllowed() throws Exception {
    HttpResponse<String> answer = feed.send(feed.to(PATH).GET());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void otherTypesAreNotSupported() throws Exception {
    for (String type : List.of(
        "application/x-www-form-urlencoded",
        "application/x-protobuf",
        "text/plain; charset=utf-16",
        "application/json;charset=\"latin1\"")) {
      assertThat(feed.send(allowed(PATH, "x").header("Content-Type", type)).statusCode())
          .as(type)
          .isEqualTo(415);
    }
    HttpResponse<String> answer = feed.send(allowed(PATH, "x").header("Content-Encoding", "br"));
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip");
  }

  @Test
  void whatClaimsToBeJsonHasToBe() throws Exception {
    bad("[{\"a\":1},\n{\"a\" 2}]", "line 2, byte 6");
    bad("{\"a\":1}{\"a\":2}", "line 1, byte 8");
    bad("{\"a\":1", "line 1, byte 7");
    bad("oh\n{\"a\":1}", "line 1, byte 1");
  }

  private void bad(String body, String place) throws Exception {
    HttpResponse<String> answer =
        feed.send(allowed(PATH, body).header("Content-Type", "application/json"));
    assertThat(answer.statusCode()).as(body).isEqualTo(400);
    assertThat(answer.body()).as(body).contains(place);
  }

  @Test
  void aKeyHasAForm() throws Exception {
    for (String key : List.of("a b", "", "k".repeat(256))) {
      assertThat(feed.send(allowed(PATH, "x").header("Idempotency-Key", key)).statusCode())
          .as(key)
          .isEqualTo(400);
    }
    HttpRequest.Builder twice =
        allowed(PATH, "x").header("Idempotency-Key", "a").header("Idempotency-Key", "b");
    assertThat(feed.send(twice).statusCode()).isEqualTo(400);
  }

  @Test
  void damagedGzipIsRefusedAsAWhole() throws Exception {
    byte[] good = HttpFeedTest.gzip("line\n".repeat(100));
    byte[] changed = good.clone();
    changed[good.length - 6] ^= 1;
    byte[] followed = Arrays.copyOf(good, good.length + 3);

    for (byte[] bad : List.of(
        Arrays.copyOf(good, good.length - 9), changed, followed, "plain".getBytes(), new byte[0])) {
      HttpResponse<String> answer = feed.send(gzip(bad));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("gzip");
    }
  }

  @Test
  void aBombIsRefusedAtTheLimit() throws Exception {
    byte[] bomb = HttpFeedTest.gzip("0".repeat(100 * LIMIT));
    assertThat(bomb.length).isLessThan(LIMIT);

    HttpResponse<String> answer = feed.send(gzip(bomb));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("more than 10000 bytes when it is decompressed");
  }

  @Test
  void theLimitItselfIsGood() throws Exception {
    assertThat(feed.send(gzip(HttpFeedTest.gzip("0".repeat(LIMIT)))).statusCode())
        .isEqualTo(200);
    assertThat(feed.send(allowed(PATH, "0".repeat(LIMIT))).statusCode()).isEqualTo(200);
    assertThat(context.next().batch().bytes()).isEqualTo(LIMIT);
    assertThat(context.next().batch().bytes()).isEqualTo(LIMIT);
  }

  @Test
  void aLargeBodyIsRefusedBeforeItIsSent() throws Exception {
    try (RawClient client = feed.connect()) {
      String answer = client
          .send(RawClient.post(LIMIT + 1, "Authorization: Bearer first", "Expect: 100-continue"))
          .answer();
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("more than 10000 bytes");
    }
  }

  @Test
  void aLargeBodyInChunksIsRefusedAtTheLimit() throws Exception {
    try (RawClient client = feed.connect()) {
      String chunk = Integer.toHexString(LIMIT) + "\r\n" + "0".repeat(LIMIT) + "\r\n";
      String answer = client
          .send("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer first\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "1\r\n0")
          .answer();
      assertThat(answer).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void aLengthIsAskedFor() throws Exception {
    try (RawClient client = feed.connect()) {
      String answer = client
          .send("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer first\r\n\r\n")
          .answer();
      assertThat(answer).startsWith("HTTP/1.1 411 ");
    }
  }

  @Test
  void whatIsNoHttpIsRefused() throws Exception {
    try (RawClient client = feed.connect()) {
      assertThat(client.send("GET\r\n\r\n").rest())
          .startsWith("HTTP/1.1 400 ")
          .contains("application/json")
          .contains("{\"error\":");
    }
    try (RawClient client = feed.connect()) {
      assertThat(client.send(RawClient.post(1, "X: " + "x".repeat(10_000))).rest())
          .startsWith("HTTP/1.1 431 ")
          .contains("{\"error\":");
    }
  }

  private HttpRequest.Builder allowed(String path, String body) {
    return feed.post(path, body).header("Authorization", "Bearer first");
  }

  private HttpRequest.Builder gzip(byte[] body) {
    return allowed(PATH, "")
        .header("Content-Encoding", "gzip")
        .POST(BodyPublishers.ofByteArray(body));
  }
}
