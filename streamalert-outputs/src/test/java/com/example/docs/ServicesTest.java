package com.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.Http;
import io.streamalert.outputs.Slack;
import io.streamalert.outputs.SlackLayout;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the pages about outputs and publishers that need the services. */
class ServicesTest {

  // docs: publishers-slack-blocks
  static final Publisher BLOCKS = (alert, previous) -> previous
      .with(Slack.TEXT, alert.title())
      .with(
          Slack.BLOCKS,
          List.of(FieldValue.of(Map.of(
              "type", "header", "text", Map.of("type", "plain_text", "text", alert.title())))));
  // end

  // docs: publishers-slack-repository
  static final Publisher SUMMARY = SlackLayout.summary("https://github.com/acme/rules");
  // end

  @Test
  void anOutputIsMadeInCode() {
    // docs: outputs-slack
    Http http = Http.fromEnvironment();
    OutputDispatcher slack =
        Slack.to(OutputId.of("slack", "security"), Secret.fromEnv("SLACK_URL"), http);
    // end

    assertThat(slack.id()).hasToString("slack:security");
  }
}
