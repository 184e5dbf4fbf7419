package io.streamalert.outputs;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A way in which a service may answer a request, well or badly. */
@FunctionalInterface
interface Fault {

  /** Treats a request whose body was read. The latch opens when the test is over. */
  void treat(HttpExchange exchange, CountDownLatch end) throws IOException, InterruptedException;

  /** Whether the body is read before. */
  default boolean readsFirst() {
    return true;
  }

  static Fault status(int status) {
    return answer(status, Map.of(), "no");
  }

  static Fault answer(int status, Map<String, String> headers, String body) {
    return (exchange, end) -> WireServer.answer(exchange, status, headers, body);
  }

  /** Reads the request, then says nothing. */
  static Fault silence() {
    return (exchange, end) -> end.await();
  }

  /** Says nothing and reads nothing. */
  static Fault deafness() {
    return new Fault() {
      @Override
      public void treat(HttpExchange exchange, CountDownLatch end) throws InterruptedException {
        end.await();
      }

      @Override
      public boolean readsFirst() {
        return false;
      }
    };
  }

  /** Reads the request, then hangs up. */
  static Fault cut() {
    return (exchange, end) -> exchange.close();
  }

  /** Answers with a body that does not come to its end. */
  static Fault slowBody(int status) {
    return (exchange, end) -> {
      exchange.sendResponseHeaders(status, 100);
      exchange.getResponseBody().write('.');
      exchange.getResponseBody().flush();
      end.await();
    };
  }

  /** Answers with a body that is shorter than announced. */
  static Fault cutBody(int status) {
    return (exchange, end) -> {
      exchange.sendResponseHeaders(status, 100);
      exchange.getResponseBody().write('.');
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }
}
