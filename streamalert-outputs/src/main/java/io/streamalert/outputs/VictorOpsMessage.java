package io.streamalert.outputs;

import io.streamalert.output.DeliveryRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What VictorOps is told of an alert. */
final class VictorOpsMessage {

  static final int LIMIT_NAME = 512;

  /** VictorOps tells no limit; a longer record than this is not read on a telephone. */
  static final int LIMIT_RECORD_BYTES = 50_000;

  private VictorOpsMessage() {}

  static Map<String, Object> of(DeliveryRequest request, String key) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("message_type", "CRITICAL");
    message.put("entity_id", "streamalert/alert/" + key);
    message.put("entity_display_name", Texts.cut(request.alert().ruleName(), LIMIT_NAME));
    message.put("record", Fitted.into(LIMIT_RECORD_BYTES, ShownRecord.of(request.publication())));
    return message;
  }
}
