package io.streamalert.outputs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A real HTTP server on this machine that plays a service and keeps what it was sent. */
final class WireServer implements AutoCloseable {

  /** A request that was read to its end. Names of headers are in lower case. */
  record Received(
      String method, String path, String query, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Function<Received, Fault> script = request -> Fault.answer(200, Map.of(), "ok");

  static {
    // Without it each answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private WireServer(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", this::treat);
    server.start();
  }

  static WireServer start() {
    return start(Optional.empty());
  }

  static WireServer startTls(SSLContext context) {
    return start(Optional.of(context));
  }

  private static WireServer start(Optional<SSLContext> tls) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      if (tls.isEmpty()) {
        return new WireServer(HttpServer.create(address, 0), "http");
      }
      HttpsServer server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls.orElseThrow()));
      return new WireServer(server, "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers every request so. */
  WireServer always(Fault fault) {
    return script(request -> fault);
  }

  /** Answers according to the request; one whose body is not read has none here. */
  WireServer script(Function<Received, Fault> script) {
    this.script = script;
    return this;
  }

  URI url() {
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
  }

  List<Received> received() {
    return received;
  }

  private void treat(HttpExchange exchange) throws IOException {
    try {
      Received head = request(exchange, "");
      if (script.apply(head).readsFirst()) {
        head = request(
            exchange, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.add(head);
      }
      script.apply(head).treat(exchange, end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static Received request(HttpExchange exchange, String body) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    URI uri = exchange.getRequestURI();
    return new Received(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        Optional.ofNullable(uri.getRawQuery()).orElse(""),
        headers,
        body);
  }

  static void answer(HttpExchange exchange, int status, Map<String, String> headers, String body)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
