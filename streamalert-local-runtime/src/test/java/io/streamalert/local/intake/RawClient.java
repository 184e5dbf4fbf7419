package io.streamalert.local.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which a test says what it likes. */
final class RawClient implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");

  private final Socket socket;

  private RawClient(Socket socket) {
    this.socket = socket;
  }

  static RawClient connect(int port) throws IOException {
    return over(new Socket("127.0.0.1", port));
  }

  static RawClient over(Socket socket) throws IOException {
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    return new RawClient(socket);
  }

  /** The start of a request with this many bytes of body, up to the end of the head. */
  static String post(int length, String... headers) {
    String further = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return "POST /v1/logs/http/edge HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n"
        + further + "\r\n";
  }

  RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Reads one answer with its body. */
  String answer() throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      text.append(next());
    }
    Matcher length = LENGTH.matcher(text);
    int rest = length.find() ? Integer.parseInt(length.group(1)) : 0;
    for (int i = 0; i < rest; i++) {
      text.append(next());
    }
    return text.toString();
  }

  private char next() throws IOException {
    int b = socket.getInputStream().read();
    if (b < 0) {
      throw new IOException("the connection was closed");
    }
    return (char) b;
  }

  /** Reads until the server closes the connection. */
  String rest() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    in.transferTo(all);
    return all.toString(StandardCharsets.UTF_8);
  }

  /** Cuts the connection without a farewell. */
  void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Closes the connection before the test closes its client. */
  void hangUp() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
