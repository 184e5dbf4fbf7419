package com.example.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.streamalert.Run;
import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.classify.DeadLetter;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.FieldValue;
import io.streamalert.rule.RuleOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server that checks the logs posted to {@code /logs} against rules, and answers with the
 * alerts. It keeps nothing and delivers nothing.
 */
public final class LogCheckServer implements AutoCloseable {

  /** The largest body that is taken, in bytes. */
  static final int MAX_BODY = 1 << 20;

  /** How many requests are worked on at once; others wait. */
  private static final int THREADS = 8;

  /** How much of a body that is too large is still read, so that its sender hears the answer. */
  private static final int MAX_DISCARDED = 16 * MAX_BODY;

  private final StreamAlert streamAlert;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /**
   * Starts a server.
   *
   * @param streamAlert what checks the logs
   * @param port the port on the loopback address; 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  public LogCheckServer(StreamAlert streamAlert, int port) throws IOException {
    this.streamAlert = streamAlert;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/logs", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts a server with the schemas and rules that ship, on port 8080.
   *
   * @param args none
   * @throws IOException if the port cannot be had
   */
  public static void main(String[] args) throws IOException {
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(new CommunityRules())
        .build();
    System.out.println("Post logs to " + new LogCheckServer(streamAlert, 8080).address());
  }

  /** Where logs are to be posted. */
  String address() {
    InetSocketAddress at = server.getAddress();
    return "http://" + at.getHostString() + ":" + at.getPort() + "/logs";
  }

  /** This is all that embedding takes: raw logs in, outcomes out. */
  private Run check(byte[] body, String requestId) {
    return streamAlert.process(Body.split(body, requestId));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        answer(exchange, 405, Map.of("error", "Use POST."));
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        discard(exchange.getRequestBody());
        answer(exchange, 413, Map.of("error", "The body is larger than " + MAX_BODY + " bytes."));
        return;
      }
      Run run = check(body, Body.requestId(exchange.getRequestHeaders()));
      boolean understood = run.summary().classified() > 0;
      answer(exchange, understood ? 200 : 400, understood ? outcome(run) : complaint(run));
    }
  }

  /** Not by skip(…), which on this stream loses count of what is left of the request. */
  private static void discard(InputStream body) throws IOException {
    byte[] buffer = new byte[1 << 13];
    int discarded = 0;
    for (int n = 0; n >= 0 && discarded < MAX_DISCARDED; n = body.read(buffer)) {
      discarded += n;
    }
  }

  private static Map<String, Object> outcome(Run run) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("alerts", run.alerts().stream().map(Alert::toFields).toList());
    answer.put("dead_letters", reasons(run));
    answer.put(
        "rule_failures", run.failures().stream().map(RuleOutcome.Failed::rule).toList());
    return answer;
  }

  private static Map<String, Object> complaint(Run run) {
    return Map.of(
        "error", "The body holds no log that fits a schema.", "dead_letters", reasons(run));
  }

  private static List<String> reasons(Run run) {
    return run.deadLetters().stream().map(DeadLetter::reason).toList();
  }

  private static void answer(HttpExchange exchange, int status, Map<String, Object> answer)
      throws IOException {
    byte[] json = FieldValue.of(answer).toJson().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
  }

  /** Stops at once; requests under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
