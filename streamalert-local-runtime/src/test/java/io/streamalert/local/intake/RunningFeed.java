package io.streamalert.local.intake;

import io.streamalert.feed.FeedContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A feed that runs in a thread of its own, and what a test sends to it. */
final class RunningFeed implements AutoCloseable {

  private static final int SECONDS = 30;

  private final CompletableFuture<InetSocketAddress> address = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Runnable stop;
  private final Thread thread;

  private RunningFeed(HttpFeed.Builder builder, FeedContext context, Runnable stop) {
    this.stop = stop;
    HttpFeed feed = builder.listening(address::complete).build();
    thread = new Thread(() -> run(feed, context), "feed");
    thread.start();
  }

  /** Runs a feed at a free port of the loopback address. */
  static RunningFeed run(HttpFeed.Builder builder, ScriptedContext context) {
    return new RunningFeed(builder.address(loopback(0)), context, context::stop);
  }

  /** Runs a feed at a port that is known. */
  static RunningFeed runAt(int port, HttpFeed.Builder builder, ScriptedContext context) {
    return new RunningFeed(builder.address(loopback(port)), context, context::stop);
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress("127.0.0.1", port);
  }

  private void run(HttpFeed feed, FeedContext context) {
    try {
      feed.run(Optional.empty(), context);
      end.complete(null);
    } catch (IOException | InterruptedException | RuntimeException e) {
      address.completeExceptionally(e);
      end.completeExceptionally(e);
    }
  }

  int port() {
    return address.join().getPort();
  }

  /** A request to a path. */
  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  /** A request with a body to take. */
  HttpRequest.Builder post(String path, String body) {
    return to(path).POST(BodyPublishers.ofString(body));
  }

  /** Sends a request once the feed listens. */
  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    address.join();
    return client.send(request.build(), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  RawClient connect() throws IOException {
    return RawClient.connect(port());
  }

  /** Interrupts the thread that runs the feed. */
  void interrupt() {
    thread.interrupt();
  }

  boolean isOver() {
    return end.isDone();
  }

  /** Waits for the end of the run, and throws what it threw. */
  void join() throws InterruptedException, ExecutionException, TimeoutException {
    end.get(SECONDS, TimeUnit.SECONDS);
  }

  /** Tells it to stop, and waits for the end of its thread, however it ends. */
  @Override
  public void close() {
    stop.run();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("A test was interrupted", e);
    }
  }
}
