package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * How outputs reach their services: one HTTP client, which several outputs share. Certificates are
 * always verified, redirects are never followed, and nothing is sent without TLS but to this
 * machine. An attempt ends at its deadline, at latest after {@value #LIMIT_SECONDS} seconds.
 *
 * <pre>{@code
 * Http http = Http.builder().trust(Path.of("company-ca.pem")).build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Http {

  /** The longest time that one request may take, in seconds: {@value}. */
  public static final int LIMIT_SECONDS = 60;

  /** How much of an answer is read, in bytes: {@value}. */
  public static final int LIMIT_ANSWER_BYTES = 1024 * 1024;

  private static final Duration LONGEST = Duration.ofSeconds(LIMIT_SECONDS);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LARGEST_MARGIN = Duration.ofMillis(250);
  private static final int MARGIN_PART = 10;

  private final HttpClient client;
  private final Clock clock;

  private Http(Builder builder) {
    HttpClient.Builder made = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT);
    builder.trusted.map(TrustedCertificates::context).ifPresent(made::sslContext);
    builder.proxy.ifPresent(made::proxy);
    client = made.build();
    clock = builder.clock;
  }

  /**
   * What configured outputs use: the proxy and the certificates that the environment variables
   * {@code HTTPS_PROXY}, {@code NO_PROXY} and {@code STREAMALERT_CA_FILE} name, or else those of
   * the Java runtime.
   *
   * @return a new client
   * @throws io.streamalert.settings.ConfigException if one of the variables is of no use
   */
  public static Http fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  static Http fromEnvironment(Map<String, String> environment) {
    Builder builder = builder();
    HttpEnvironment variables = new HttpEnvironment(environment);
    variables.proxy().ifPresent(builder::proxy);
    variables.certificates().ifPresent(builder::trust);
    return builder.build();
  }

  /**
   * Starts with the proxy and the certificates of the Java runtime.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  Clock clock() {
    return clock;
  }

  /** Knows the certificates that are trusted. */
  SSLContext tls() {
    return client.sslContext();
  }

  /** Whether secrets may go there: by TLS, or not beyond this machine. */
  static boolean isSafe(URI uri) {
    String host = uri.getHost();
    if (host == null || uri.getUserInfo() != null) {
      return false;
    }
    return "https".equalsIgnoreCase(uri.getScheme())
        || ("http".equalsIgnoreCase(uri.getScheme()) && isThisMachine(host));
  }

  /** Whether a host is this machine, so that nobody else listens. */
  static boolean isThisMachine(String host) {
    return List.of("localhost", "127.0.0.1", "[::1]").contains(host);
  }

  /** Sends a request and waits for the answer, which may have any status. */
  HttpAnswer exchange(String service, HttpCall call, Duration left) throws Undelivered {
    Duration time = time(left);
    IncomingAnswer incoming = new IncomingAnswer(LIMIT_ANSWER_BYTES);
    CompletableFuture<HttpResponse<Void>> exchange =
        client.sendAsync(request(service, call, time), incoming);
    try {
      HttpResponse<Void> whole = exchange.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return incoming
          .soFar()
          .orElseGet(() -> new HttpAnswer(whole.statusCode(), whole.headers(), ""));
    } catch (ExecutionException e) {
      return incoming.soFar().orElseThrow(() -> failure(service, call, e.getCause()));
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return incoming.soFar().orElseThrow(() -> unanswered(service, call, "in time"));
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw unanswered(service, call, "before this process was told to stop");
    }
  }

  /** A little less than there is, so that the attempt ends before its deadline. */
  static Duration time(Duration left) {
    Duration most = Collections.min(List.of(left, LONGEST));
    return most.minus(Collections.min(List.of(most.dividedBy(MARGIN_PART), LARGEST_MARGIN)));
  }

  private static HttpRequest request(String service, HttpCall call, Duration time)
      throws Undelivered {
    try {
      return request(call, time);
    } catch (IllegalArgumentException e) {
      // Its message shows the value, so it ends here.
      throw Undelivered.later(
          HttpStatus.UNTIL_CORRECTED,
          "A credential of " + service + " has characters that HTTP does not take. Correct it.");
    }
  }

  private static HttpRequest request(HttpCall call, Duration time) {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
        .timeout(time)
        .method(
            call.method(),
            call.body().isEmpty()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(call.body(), StandardCharsets.UTF_8))
        .setHeader("User-Agent", "StreamAlert");
    call.headers().forEach(request::setHeader);
    return request.build();
  }

  /** Which of the failures surely came before anything was sent. */
  private static Undelivered failure(String service, HttpCall call, @Nullable Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
      return Undelivered.later(Duration.ZERO, "No connection to " + service + ".");
    }
    if (cause instanceof SSLHandshakeException) {
      return Undelivered.later(
          HttpStatus.UNTIL_CORRECTED,
          "The certificate of " + service + " is not trusted, or TLS failed otherwise. Where a"
              + " company signs its own, name its certificates by " + HttpEnvironment.CA_FILE
              + ".");
    }
    if (isRefusedByProxy(cause)) {
      return Undelivered.later(Duration.ZERO, "The proxy did not connect to " + service + ".");
    }
    return unanswered(
        service,
        call,
        cause instanceof HttpTimeoutException ? "in time" : "before the connection broke");
  }

  private static boolean isRefusedByProxy(@Nullable Throwable cause) {
    return cause instanceof IOException
        && Optional.ofNullable(cause.getMessage())
            .filter(text -> text.startsWith("Tunnel failed"))
            .isPresent();
  }

  private static Undelivered unanswered(String service, HttpCall call, String when) {
    String reason = service + " did not answer " + when + ".";
    return call.reads()
        ? Undelivered.later(Duration.ZERO, reason)
        : Undelivered.as(Delivery.unknown(reason));
  }

  @Override
  public String toString() {
    return "Http[]";
  }

  /** Collects what there is to say of a client. A builder belongs to one thread. */
  public static final class Builder {

    private Optional<Path> trusted = Optional.empty();
    private Optional<ProxySelector> proxy = Optional.empty();
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * Trusts further certificates, beside those that the Java runtime trusts.
     *
     * @param file a file of certificates in the PEM form, read by {@link #build}
     * @return this builder
     */
    public Builder trust(Path file) {
      trusted = Optional.of(file);
      return this;
    }

    /**
     * Sets the proxy.
     *
     * @param selector chooses a proxy for each host; default the one of the Java runtime
     * @return this builder
     */
    public Builder proxy(ProxySelector selector) {
      proxy = Optional.of(selector);
      return this;
    }

    /**
     * Sets the clock that tells how much time an attempt has left.
     *
     * @param clock the clock; default the system's
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Makes the client. Opens no connection.
     *
     * @return the client
     * @throws io.streamalert.settings.ConfigException if the file of certificates cannot be used
     */
    public Http build() {
      return new Http(this);
    }
  }
}
