package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import io.streamalert.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts the publication with a signature for each key. */
record SignedMessage(Secret url, List<Secret> keys) implements Attempt.Steps {

  static final String TIMESTAMP = "StreamAlert-Timestamp";
  static final String SIGNATURE = "StreamAlert-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    String body = WireJson.payload(attempt.request().publication(), Webhook.LIMIT_BODY_BYTES);
    String timestamp = Long.toString(attempt.now().getEpochSecond());
    attempt.succeed(HttpCall.postJson(attempt.revealUrl(url), body)
        .header("Idempotency-Key", attempt.request().alert().id().toString())
        .header(TIMESTAMP, timestamp)
        .header(SIGNATURE, signatures(revealed(attempt), timestamp + "." + body)));
    return Delivery.delivered();
  }

  private List<String> revealed(Attempt attempt) throws Undelivered {
    List<String> revealed = new ArrayList<>();
    for (Secret key : keys) {
      revealed.add(attempt.reveal(key));
    }
    revealed.removeIf(String::isEmpty);
    if (revealed.isEmpty()) {
      throw Undelivered.later(
          HttpStatus.UNTIL_CORRECTED, "The key that signs messages is empty. Supply it.");
    }
    return revealed;
  }

  static String signatures(List<String> keys, String text) {
    return keys.stream().map(key -> "v1=" + hmac(key, text)).collect(Collectors.joining(","));
  }

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
    }
  }
}
