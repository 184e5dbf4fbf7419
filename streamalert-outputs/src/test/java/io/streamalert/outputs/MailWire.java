package io.streamalert.outputs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on this machine that does to a conversation what a test wants. */
final class MailWire implements AutoCloseable {

  /** Where a conversation can go wrong; a command, or one of the two ends of a message. */
  static final String GREETING = "GREETING";

  static final String END_OF_DATA = ".";

  /** Answers nothing more, but keeps the connection. */
  static final String SILENCE = "silence";

  /** Hangs up instead of an answer. */
  static final String CUT = "cut";

  /** Answers with a line that never ends, a character at a time. */
  static final String DRIP = "drip";

  private final ServerSocket server;
  private final Optional<SSLContext> tls;
  private final boolean tlsFirst;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<String, String> faults = new ConcurrentHashMap<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  private MailWire(Optional<SSLContext> tls, boolean tlsFirst) {
    this.tls = tls;
    this.tlsFirst = tlsFirst;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  static MailWire plain() {
    return new MailWire(Optional.empty(), false);
  }

  static MailWire startTls(SSLContext context) {
    return new MailWire(Optional.of(context), false);
  }

  static MailWire tls(SSLContext context) {
    return new MailWire(Optional.of(context), true);
  }

  /** Answers a command, or what follows it, so. */
  MailWire answering(String command, String answer) {
    faults.put(command, answer);
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  /** The messages that were taken. */
  List<String> messages() {
    return messages;
  }

  /** The lines of all conversations, without those of messages. */
  List<String> commands() {
    return commands;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> converse(socket));
      } catch (IOException e) {
        return; // The test is over.
      }
    }
  }

  private void converse(Socket raw) {
    try (raw) {
      Socket socket = tlsFirst ? secured(raw) : raw;
      Talk talk = new Talk(socket);
      talk.answer(GREETING, "220 ready");
      for (String line = talk.read(); line != null; line = talk.read()) {
        commands.add(line);
        String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
        if (command.equals("STARTTLS") && tls.isPresent()) {
          talk.answer(command, "220 go on");
          talk = new Talk(secured(raw));
        } else if (!talk.follow(command, line)) {
          return;
        }
      }
    } catch (IOException e) {
      // The other side went, which tests look at from there.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket secured(Socket raw) throws IOException {
    SSLSocket secured = (SSLSocket)
        tls.orElseThrow().getSocketFactory().createSocket(raw, "localhost", raw.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  /** One conversation. */
  private final class Talk {

    private final Socket socket;
    private final BufferedReader in;

    Talk(Socket socket) throws IOException {
      this.socket = socket;
      in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    String read() throws IOException {
      return in.readLine();
    }

    /** Answers one command; false at the end. */
    boolean follow(String command, String line) throws IOException, InterruptedException {
      switch (command) {
        case "EHLO" -> answer(command, extensions());
        case "AUTH" -> answer(command, "235 welcome");
        case "DATA" -> {
          if (answer(command, "354 go on")) {
            String message = message();
            if (answer(END_OF_DATA, "250 taken")) {
              messages.add(message);
            }
          }
        }
        case "QUIT" -> {
          answer(command, "221 bye");
          return false;
        }
        default -> answer(command, "250 ok");
      }
      return true;
    }

    private String extensions() {
      boolean offered = tls.isPresent() && !tlsFirst && !(socket instanceof SSLSocket);
      return "250-here\r\n" + (offered ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN LOGIN";
    }

    private String message() throws IOException {
      List<String> lines = new ArrayList<>();
      for (String line = read(); line != null && !line.equals("."); line = read()) {
        lines.add(line.startsWith(".") ? line.substring(1) : line);
      }
      return String.join("\r\n", lines);
    }

    /** Whether the answer was the usual one. */
    boolean answer(String command, String usual) throws IOException, InterruptedException {
      String answer = faults.getOrDefault(command, usual);
      switch (answer) {
        case CUT -> {
          socket.close();
          throw new IOException("cut");
        }
        case SILENCE -> {
          end.await();
          throw new IOException("over");
        }
        case DRIP -> {
          while (!end.await(20, TimeUnit.MILLISECONDS)) {
            write("2");
          }
        }
        default -> write(answer + "\r\n");
      }
      return answer.equals(usual);
    }

    private void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    }
  }

  @Override
  public void close() {
    end.countDown();
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
