package io.streamalert.local.intake;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/1.1 server that reads requests within limits and lets an {@link Endpoint} answer them. Everything that is
 * particular to the library behind it is here and in the classes that only this one uses. Thread-safe.
 */
final class HttpServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** Threads only work, they never wait for a sender, so a few are enough for all connections. */
  private static final int THREADS = 16;

  private final Server server;
  private final ServerConnector connector;
  private final HttpLimits limits;
  private final Endpoint endpoint;
  private final Room room;
  private final Scheduler deadlines;
  private final HeadTimer headTimer;
  private final Set<Exchange> active = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  private HttpServer(
      Optional<SSLContext> tls,
      HttpLimits limits,
      Endpoint endpoint,
      Optional<Scheduler> deadlines) {
    this.limits = limits;
    this.endpoint = endpoint;
    this.room = new Room(limits.maxBytesInFlight());
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("http");
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1, connections(tls));
    this.deadlines = deadlines.orElseGet(server::getScheduler);
    headTimer = new HeadTimer(this.deadlines, limits.headTimeout().toMillis());
  }

  /**
   * Starts a server.
   *
   * @param address where it listens; port 0 takes a free one
   * @param tls how connections are encrypted; empty if they are not
   * @param limits the limits
   * @param endpoint answers the requests
   * @param deadlines ends heads and bodies that take too long; empty for the clock of the machine
   * @return the server, which listens
   * @throws IOException if it cannot listen there
   */
  static HttpServer start(
      InetSocketAddress address,
      Optional<SSLContext> tls,
      HttpLimits limits,
      Endpoint endpoint,
      Optional<Scheduler> deadlines)
      throws IOException {
    HttpServer started = new HttpServer(tls, limits, endpoint, deadlines);
    started.configure(address);
    try {
      started.server.start();
      return started;
    } catch (Exception e) {
      started.close();
      throw new IOException(
          "Cannot listen on " + address + ": " + e.getMessage()
              + ". Choose another address or port, or end the program that has it",
          e);
    }
  }

  private static ConnectionFactory[] connections(Optional<SSLContext> tls) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    return tls.map(context -> new ConnectionFactory[] {secured(context, http), http})
        .orElse(new ConnectionFactory[] {http});
  }

  private static ConnectionFactory secured(SSLContext context, HttpConnectionFactory http) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setSslContext(context);
    SslConnectionFactory secured = new SslConnectionFactory(factory, http.getProtocol());
    // It would refuse requests whose Host is not in the certificate; who may check that are the
    // senders.
    secured.setEnsureSecureRequestCustomizer(false);
    return secured;
  }

  private void configure(InetSocketAddress address) {
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(limits.bodyTimeout().plus(Duration.ofSeconds(1)).toMillis());
    connector.addBean(headTimer);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.maxConnections(), connector));
    server.setHandler(new Requests());
    server.setErrorHandler(HttpServer::refused);
  }

  /** Begins an exchange for each request. */
  private final class Requests extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Exchange exchange = new Exchange(HttpServer.this, request, response, callback);
      active.add(exchange);
      exchange.begin();
      return true;
    }
  }

  /** Answers what is no request. */
  private static boolean refused(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Exchange.write(response, HttpAnswer.error(status, HttpStatus.getMessage(status)), callback);
    return true;
  }

  static HttpAnswer noRoom() {
    return HttpAnswer.busy("Too many bytes are on their way: send it again later");
  }

  static HttpAnswer stopping() {
    return HttpAnswer.unavailable("The server stops: send it again later")
        .with("Connection", "close");
  }

  static HttpAnswer failed(Throwable error) {
    LOG.error("A request could not be answered", error);
    return HttpAnswer.error(
        HttpAnswer.FAILED, "An error in the program; its log has more. Send it again later");
  }

  HttpLimits limits() {
    return limits;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  Room room() {
    return room;
  }

  Scheduler deadlines() {
    return deadlines;
  }

  HeadTimer headTimer() {
    return headTimer;
  }

  /** Called when an exchange is over. */
  void ended(Exchange exchange) {
    active.remove(exchange);
  }

  /** Whether nothing more is taken. Asked by an exchange only after it was counted as active. */
  boolean isStopping() {
    return stopping;
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
  }

  /** Takes nothing more, and waits until all that was read wholly is answered. */
  void finish() throws InterruptedException {
    stopping = true;
    connector.close();
    active.forEach(Exchange::stop);
    try {
      CompletableFuture.allOf(
              active.stream().map(Exchange::done).toArray(CompletableFuture<?>[]::new))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("An exchange never ends with an error", e);
    }
  }

  /** Ends all connections, whatever goes on in them. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("The HTTP server did not stop in order", e);
    }
  }
}
