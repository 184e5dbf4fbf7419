package io.streamalert.outputs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a mail server that is cut when its time is over. A timeout of a socket would begin
 * again with each line of a slow server.
 */
final class MailConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MailConnection.class);

  private final Socket plain = new Socket();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Duration time;

  MailConnection(Duration time) {
    this.time = time;
    CompletableFuture<Void> unused = end.orTimeout(time.toNanos(), TimeUnit.NANOSECONDS)
        .whenCompleteAsync((nothing, late) -> cut());
  }

  /** Connects, with TLS if that comes first. */
  Socket open(MailServer server, SSLContext tls) throws IOException {
    plain.connect(new InetSocketAddress(address(server.host()), server.port()), millis());
    plain.setSoTimeout(millis());
    if (server.security() != MailSecurity.TLS) {
      return plain;
    }
    SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, server.host(), server.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Keeps the name as it is written: a certificate has to be of that, and of no name that DNS has. */
  private static InetAddress address(String host) throws IOException {
    return InetAddress.getByAddress(host, InetAddress.getByName(host).getAddress());
  }

  private int millis() {
    return Math.toIntExact(Math.max(1, time.toMillis()));
  }

  private void cut() {
    try {
      plain.close();
    } catch (IOException e) {
      LOG.debug("A connection was not cut: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    end.complete(null);
  }
}
