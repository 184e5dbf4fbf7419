package com.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery.Delivered;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.Http;
import io.streamalert.outputs.Webhook;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A receiver of webhooks, which the page about outputs shows, gets real messages. */
class WebhookReceiverTest {

  private static final String KEY = "a key of the test";

  private final Map<String, String> taken = new ConcurrentHashMap<>();
  private final HttpServer server = serve();

  // docs: outputs-webhook-receiver
  /** Whether a message comes from somebody who has the key, within the last five minutes. */
  static boolean isGenuine(
      String timestamp, String signatures, byte[] body, String key, Instant now)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
    String expected = "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    boolean signed = Stream.of(signatures.split(","))
        .anyMatch(each -> MessageDigest.isEqual(each.getBytes(), expected.getBytes()));
    return signed && Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) <= 300;
  }
  // end

  private HttpServer serve() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.createContext("/", exchange -> {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean genuine = isGenuine(
            exchange.getRequestHeaders().getFirst("StreamAlert-Timestamp"),
            exchange.getRequestHeaders().getFirst("StreamAlert-Signature"),
            body);
        if (genuine) {
          taken.put(
              exchange.getRequestHeaders().getFirst("Idempotency-Key"),
              new String(body, StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(genuine ? 204 : 403, -1);
        exchange.close();
      });
      made.start();
      return made;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isGenuine(String timestamp, String signatures, byte[] body) {
    try {
      return isGenuine(timestamp, signatures, body, KEY, Instant.now());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatIsSignedIsTakenOnce() {
    Alert alert =
        Alert.builder("a_rule", LogRecord.of("acme:login", "{}"), Instant.EPOCH).build();
    OutputDispatcher output = webhook(List.of(Secret.literal("a new key"), Secret.literal(KEY)));

    assertThat(output.dispatch(request(alert))).isInstanceOf(Delivered.class);
    assertThat(output.dispatch(request(alert))).isInstanceOf(Delivered.class);
    assertThat(taken).containsOnlyKeys(alert.id().toString());
    assertThat(webhook(List.of(Secret.literal("another key"))).dispatch(request(alert)))
        .isNotInstanceOf(Delivered.class);
  }

  @Test
  void whatIsOldOrNotSignedIsNotTaken() throws GeneralSecurityException {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    Instant then = Instant.ofEpochSecond(1_767_268_800);
    // By another tool, of 1767268800.{}
    String signature = "v1=a0163dabf1fc4fdbd37389e9581c06105cbeabdf993055b4dee20731d47a3ce3";

    assertThat(isGenuine("1767268800", signature, body, KEY, then)).isTrue();
    assertThat(isGenuine("1767268800", "v1=0," + signature, body, KEY, then)).isTrue();
    assertThat(isGenuine("1767268800", signature, body, KEY, then.plusSeconds(301)))
        .isFalse();
    assertThat(isGenuine("1767268801", signature, body, KEY, then)).isFalse();
    assertThat(isGenuine("1767268800", "v1=0", body, KEY, then)).isFalse();
  }

  private OutputDispatcher webhook(List<Secret> keys) {
    Secret url = Secret.literal("http://localhost:" + server.getAddress().getPort() + "/alerts");
    return Webhook.to(OutputId.of("webhook", "desk"), url, keys, Http.fromEnvironment());
  }

  private static DeliveryRequest request(Alert alert) {
    return DeliveryRequest.builder(alert, Publisher.standard().publish(alert, Publication.empty()))
        .idempotencyKey("a key")
        .deadline(Instant.now().plus(Duration.ofSeconds(20)))
        .build();
  }
}
