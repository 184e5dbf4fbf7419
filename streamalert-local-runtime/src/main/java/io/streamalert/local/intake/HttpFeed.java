package io.streamalert.local.intake;

import io.streamalert.feed.FeedContext;
import io.streamalert.feed.LogFeed;
import io.streamalert.record.LogSource;
import io.streamalert.settings.Secret;
import io.streamalert.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Takes logs that others send with {@code POST /v1/logs/SERVICE/RESOURCE}, over HTTP/1.1 with or without TLS.
 *
 * <p>The body of a request is JSON Lines, other lines, or one JSON document, compressed by gzip or not. A request becomes
 * one batch, and is answered with 200 only when all of it is stored. Sent again with the same {@code Idempotency-Key} to
 * the same source, it is stored once. Where the header is not there, each request counts as new.
 *
 * <p>The feed has no checkpoint. It listens while it runs, so a sender finds nobody between two runs, and has to try
 * again. When it is told to stop, or a batch could not be stored, it takes nothing more, answers what it has read, and
 * returns or throws. Immutable; safe for use by many threads, of which one may run it.
 */
public final class HttpFeed implements LogFeed {

  /** The default port: {@value}. */
  public static final int DEFAULT_PORT = 8484;

  /** How often it looks whether a batch failed. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final String name;
  private final InetSocketAddress address;
  private final List<Secret> tokens;
  private final Optional<Tls> tls;
  private final Optional<LogSource> defaultSource;
  private final Set<LogSource> sources;
  private final HttpLimits limits;
  private final Settings settings;
  private final Consumer<InetSocketAddress> listening;
  private final Optional<Scheduler> deadlines;

  private HttpFeed(Builder builder) {
    name = builder.name;
    address = builder.address;
    tokens = List.copyOf(builder.tokens);
    tls = Optional.ofNullable(builder.tls);
    defaultSource = Optional.ofNullable(builder.defaultSource);
    sources = Set.copyOf(builder.sources);
    limits = builder.limits;
    settings = builder.settings;
    listening = builder.listening;
    deadlines = Optional.ofNullable(builder.deadlines);
  }

  /**
   * Starts a feed that listens on {@value #DEFAULT_PORT} of the loopback address, for every source, with default limits.
   *
   * @param name the name of the feed; not blank. It is a part of the ids of the logs, so it stays as it is
   * @return a new builder
   * @throws IllegalArgumentException if the name is blank
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * Listens until it is told to stop.
   *
   * @throws IOException if it cannot listen at its address, the key of TLS cannot be read, or a batch was not stored
   * @throws IllegalStateException if a token or the password of the key is not there
   */
  @Override
  public void run(Optional<String> checkpoint, FeedContext context)
      throws IOException, InterruptedException {
    Intake intake = new Intake(this, Tokens.reveal(tokens), context);
    Optional<SSLContext> encryption =
        tls.isPresent() ? Optional.of(tls.get().read()) : Optional.empty();
    try (HttpServer server = HttpServer.start(address, encryption, limits, intake, deadlines)) {
      listening.accept(server.address());
      while (!intake.hasFailed() && context.pause(LOOK)) {
        // The server's own threads do the work.
      }
      server.finish();
    }
    if (intake.hasFailed()) {
      throw new IOException("A request could not be stored; its sender has to send it again");
    }
  }

  Optional<LogSource> defaultSource() {
    return defaultSource;
  }

  /** Whether logs of a source are taken. */
  boolean takes(LogSource source) {
    return sources.isEmpty() || sources.contains(source);
  }

  Settings settings() {
    return settings;
  }

  /** {@return name and address} */
  @Override
  public String toString() {
    return "HttpFeed[" + name + " " + address + "]";
  }

  /** Collects what a feed needs. A builder belongs to one thread; it can be used again after a build. */
  public static final class Builder {

    private final String name;
    private InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), DEFAULT_PORT);
    private final List<Secret> tokens = new ArrayList<>();
    private @Nullable Tls tls;
    private @Nullable LogSource defaultSource;
    private final Set<LogSource> sources = new LinkedHashSet<>();
    private HttpLimits limits = HttpLimits.defaults();
    private Settings settings = Settings.defaults();
    private Consumer<InetSocketAddress> listening = bound -> {};
    private @Nullable Scheduler deadlines;

    private Builder(String name) {
      if (Objects.requireNonNull(name, "name").isBlank()) {
        throw new IllegalArgumentException("The name of a feed must not be blank");
      }
      this.name = name;
    }

    /**
     * Sets where it listens. Anywhere but on a loopback address it needs a {@linkplain #token token}.
     *
     * @param address the address and port; port 0 takes a free one at each run
     * @return this builder
     */
    public Builder address(InetSocketAddress address) {
      this.address = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * Adds a token, so that a request is taken only with {@code Authorization: Bearer} and this token or another added
     * one. It is read when the feed starts to run.
     *
     * @param token the token
     * @return this builder
     */
    public Builder token(Secret token) {
      tokens.add(Objects.requireNonNull(token, "token"));
      return this;
    }

    /**
     * Encrypts the connections.
     *
     * @param tls where the key and the certificate are
     * @return this builder
     */
    public Builder tls(Tls tls) {
      this.tls = Objects.requireNonNull(tls, "tls");
      return this;
    }

    /**
     * Sets the source of logs that are sent to {@code /v1/logs}; without it they are refused.
     *
     * @param source the source
     * @return this builder
     */
    public Builder defaultSource(LogSource source) {
      defaultSource = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Adds a source, so that only logs of this and other added ones are taken. Without any, all are.
     *
     * @param source the source
     * @return this builder
     */
    public Builder source(LogSource source) {
      sources.add(Objects.requireNonNull(source, "source"));
      return this;
    }

    /**
     * Sets the limits of what senders may demand.
     *
     * @param limits the limits
     * @return this builder
     */
    public Builder limits(HttpLimits limits) {
      this.limits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /**
     * Sets the settings of the instance, for how deep JSON may nest and how large a document may be.
     *
     * @param settings the settings
     * @return this builder
     */
    public Builder settings(Settings settings) {
      this.settings = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /**
     * Sets what is told, at each run, that the feed listens.
     *
     * @param listening takes the address with the real port
     * @return this builder
     */
    public Builder listening(Consumer<InetSocketAddress> listening) {
      this.listening = Objects.requireNonNull(listening, "listening");
      return this;
    }

    /** For tests: what ends heads and bodies that take too long. */
    Builder deadlines(Scheduler deadlines) {
      this.deadlines = deadlines;
      return this;
    }

    /**
     * Makes the feed. Nothing is opened or read yet.
     *
     * @return the feed
     * @throws IllegalArgumentException if it would listen beyond this machine without a token, its default source is not
     *     one that it takes, or a body may be larger than a document
     */
    public HttpFeed build() {
      HttpFeed feed = new HttpFeed(this);
      if (tokens.isEmpty() && !isLoopback(address)) {
        throw new IllegalArgumentException("A feed that listens on " + address
            + " can be reached from other machines: give it a token, or a loopback address");
      }
      if (defaultSource != null && !feed.takes(defaultSource)) {
        throw new IllegalArgumentException("The default source " + defaultSource
            + " is not among the sources that the feed takes: add it to them");
      }
      if (limits.maxBodyBytes() > settings.maxDocumentBytes()) {
        throw new IllegalArgumentException("maxBodyBytes is " + limits.maxBodyBytes()
            + ", but must not be larger than maxDocumentBytes, " + settings.maxDocumentBytes());
      }
      return feed;
    }

    private static boolean isLoopback(InetSocketAddress address) {
      return !address.isUnresolved() && address.getAddress().isLoopbackAddress();
    }
  }
}
