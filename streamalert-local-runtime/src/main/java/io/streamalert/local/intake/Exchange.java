package io.streamalert.local.intake;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * One request from its head to its answer. It is read as its bytes come, so a slow sender occupies no thread.
 * Thread-safe.
 */
final class Exchange {

  private enum State {
    READING,
    TAKEN,
    ANSWERED
  }

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final HttpServer server;
  private final HttpHead head;
  private final Room.Hold hold;
  private final HttpBody body;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private State state = State.READING;
  private Scheduler.@Nullable Task deadline;

  Exchange(HttpServer server, Request request, Response response, Callback callback) {
    this.server = server;
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.head = new HttpHead(
        request.getMethod(),
        request.getHttpURI().getDecodedPath(),
        name -> request.getHeaders().getValuesList(name));
    this.hold = server.room().hold();
    this.body = new HttpBody(server.limits().maxBodyBytes(), hold);
  }

  /** Starts it. */
  void begin() {
    server.headTimer().stop(request.getConnectionMetaData().getConnection());
    // A commit may take longer than a connection may be idle.
    request.addIdleTimeoutListener(idle -> false);
    try {
      Endpoint.Taker taker = judged();
      startDeadline();
      readOn(taker);
    } catch (RefusedRequest e) {
      finish(e.answer());
    } catch (RuntimeException e) {
      finish(HttpServer.failed(e));
    }
  }

  private Endpoint.Taker judged() throws RefusedRequest {
    if (server.isStopping()) {
      throw new RefusedRequest(HttpServer.stopping());
    }
    Endpoint.Taker judged = server.endpoint().begin(head);
    if (request.getLength() > body.limit()) {
      throw new RefusedRequest(tooLarge());
    }
    if (head.method().equals("POST") && !hasBody()) {
      throw new RefusedRequest(HttpAnswer.error(
          HttpAnswer.LENGTH_REQUIRED,
          "There is no body: send Content-Length, or Transfer-Encoding: chunked"));
    }
    return judged;
  }

  private boolean hasBody() {
    return request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  private HttpAnswer tooLarge() {
    return HttpAnswer.error(
        HttpAnswer.TOO_LARGE,
        "The body has more than " + body.limit() + " bytes: send fewer logs in one request");
  }

  private void readOn(Endpoint.Taker taker) {
    if (readAvailable(taker)) {
      take(taker);
    }
  }

  /** Reads what is there; true if that was the rest. */
  private synchronized boolean readAvailable(Endpoint.Taker taker) {
    while (state == State.READING) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(() -> readOn(taker));
        return false;
      }
      if (Content.Chunk.isFailure(chunk)) {
        broken(chunk.getFailure());
        return false;
      }
      add(chunk);
    }
    return state == State.TAKEN;
  }

  private void add(Content.Chunk chunk) {
    HttpBody.Added added = body.add(chunk.getByteBuffer());
    boolean last = chunk.isLast();
    chunk.release();
    if (added != HttpBody.Added.YES) {
      finish(added == HttpBody.Added.TOO_LARGE ? tooLarge() : HttpServer.noRoom());
    } else if (last) {
      state = State.TAKEN;
      stopDeadline();
    }
  }

  private void take(Endpoint.Taker taker) {
    try {
      taker
          .take(body)
          .whenCompleteAsync(
              (answer, error) -> finish(error == null ? answer : HttpServer.failed(error)),
              request.getComponents().getExecutor());
    } catch (RefusedRequest e) {
      finish(e.answer());
    } catch (RuntimeException e) {
      finish(HttpServer.failed(e));
    }
  }

  /** Answers, unless the server has stopped it meanwhile. */
  private synchronized void finish(HttpAnswer answer) {
    if (state != State.ANSWERED) {
      state = State.ANSWERED;
      stopDeadline();
      write(answer, Callback.from(this::succeeded, this::failed));
    }
  }

  /** Called when the body took too long. */
  private void late() {
    long seconds = server.limits().bodyTimeout().toSeconds();
    interrupt(HttpAnswer.error(
        HttpAnswer.TIMEOUT, "The body did not come within " + seconds + " seconds"));
  }

  /** Called when the server stops: what was read wholly is finished, the rest is not waited for. */
  void stop() {
    interrupt(HttpServer.stopping());
  }

  private synchronized void interrupt(HttpAnswer answer) {
    if (state == State.READING) {
      state = State.ANSWERED;
      stopDeadline();
      Throwable reason = new TimeoutException("the rest of the body is not waited for");
      write(
          answer.with("Connection", "close"),
          Callback.from(() -> failed(reason), error -> failed(error)));
    }
  }

  private synchronized void broken(Throwable error) {
    state = State.ANSWERED;
    stopDeadline();
    failed(error);
  }

  private synchronized void startDeadline() {
    long millis = server.limits().bodyTimeout().toMillis();
    deadline = server.deadlines().schedule(this::late, millis, MILLISECONDS);
  }

  private void stopDeadline() {
    if (deadline != null) {
      deadline.cancel();
    }
  }

  private void write(HttpAnswer answer, Callback written) {
    hold.release();
    write(response, answer, written);
  }

  /** Writes a whole answer. */
  static void write(Response response, HttpAnswer answer, Callback written) {
    byte[] json = (answer.body().toJson() + "\n").getBytes(StandardCharsets.UTF_8);
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
    answer.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(json), written);
  }

  private void succeeded() {
    server.headTimer().start(request.getConnectionMetaData().getConnection());
    callback.succeeded();
    end();
  }

  private void failed(Throwable error) {
    callback.failed(error);
    end();
  }

  private void end() {
    hold.release();
    server.ended(this);
    done.complete(null);
  }

  /** Completes when it is answered or broken. */
  CompletableFuture<Void> done() {
    return done;
  }
}
