package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import io.streamalert.settings.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts the event. */
record SplunkCollector(Secret url, Secret token, Map<String, Secret> properties)
    implements Attempt.Steps {

  private static final String PATH = "/services/collector/event";

  /** The largest number that Splunk gives as the reason of a refusal is far below this. */
  private static final String CODE = "[0-9]{1,3}";

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    String event = WireJson.of(SplunkEvent.of(attempt.request(), words(attempt)));
    HttpAnswer answer = attempt.send(HttpCall.postJson(attempt.revealUrl(url, PATH), event)
        .header("Authorization", "Splunk " + attempt.reveal(token)));
    if (answer.isSuccess()) {
      return Delivery.delivered();
    }
    String code = answer.json().at("code").asText();
    throw attempt.undelivered(answer, code.matches(CODE) ? "code " + code : "");
  }

  private Map<String, String> words(Attempt attempt) throws Undelivered {
    Map<String, String> words = new LinkedHashMap<>();
    for (String name : List.of(SplunkEvent.INDEX, SplunkEvent.SOURCE, SplunkEvent.SOURCETYPE)) {
      Secret property = properties.get(name);
      if (property != null) {
        words.put(name, attempt.reveal(property));
      }
    }
    words.values().removeIf(String::isBlank);
    return words;
  }
}
