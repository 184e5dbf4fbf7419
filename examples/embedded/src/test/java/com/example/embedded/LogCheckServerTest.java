package com.example.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogCheckServerTest {

  private static final String SIGN_IN = event("Root", "AwsConsoleSignIn");
  private static final String SERVICE_AT_WORK = event("AWSService", "AwsApiCall");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private LogCheckServer server;

  @BeforeEach
  void start() throws IOException {
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(new CommunityRules())
        .build();
    server = new LogCheckServer(streamAlert, 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersOneDocumentWithItsAlerts() throws Exception {
    HttpResponse<String> response = post(SIGN_IN);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    FieldValue alert = json(response).at("alerts").elements().get(0);
    assertThat(alert.at("rule_name").asText()).isEqualTo("cloudtrail_root_account_usage");
    assertThat(alert.at("title").asText()).contains("used from 203.0.113.7: ConsoleLogin");
    assertThat(alert.at("record", "account").asText()).isEqualTo("111122223333");
  }

  @Test
  void answersLinesWithTheAlertsOfAll() throws Exception {
    FieldValue answer = json(
        post(oneLine(SIGN_IN) + "\r\n\n" + oneLine(SERVICE_AT_WORK) + "\n" + oneLine(SIGN_IN)));

    assertThat(answer.at("alerts").elements())
        .hasSize(2)
        .doesNotHaveDuplicates()
        .extracting(alert -> alert.at("rule_name").asText())
        .containsOnly("cloudtrail_root_account_usage");
    assertThat(answer.at("dead_letters").elements()).isEmpty();
  }

  @Test
  void answersHarmlessLogsWithNoAlerts() throws Exception {
    HttpResponse<String> response = post(SERVICE_AT_WORK);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo("{\"alerts\":[],\"dead_letters\":[],\"rule_failures\":[]}");
  }

  @Test
  void saysWhichLinesItDidNotUnderstand() throws Exception {
    HttpResponse<String> response = post(oneLine(SIGN_IN) + "\nnot JSON\n");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).at("alerts").elements()).hasSize(1);
    assertThat(json(response).at("dead_letters").elements())
        .singleElement()
        .satisfies(reason -> assertThat(reason.asText()).contains("not JSON"));
  }

  @Test
  void refusesWhatFitsNoSchema() throws Exception {
    HttpResponse<String> response = post("{\"message\": \"hello\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).at("error").asText()).contains("fits a schema");
    assertThat(json(response).at("dead_letters").elements()).hasSize(1);
  }

  @Test
  void refusesAnEmptyBody() throws Exception {
    assertThat(post("").statusCode()).isEqualTo(400);
  }

  @Test
  void takesTheLargestBodyAndRefusesOneByteMore() throws Exception {
    String padding = " ".repeat(LogCheckServer.MAX_BODY - SIGN_IN.length());

    assertThat(post(SIGN_IN + padding).statusCode()).isEqualTo(200);
    assertThat(post(SIGN_IN + padding + " ").statusCode()).isEqualTo(413);
  }

  @Test
  void answersBodiesThatAreMuchTooLarge() throws Exception {
    assertThat(post(" ".repeat(8 * LogCheckServer.MAX_BODY)).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesOtherMethods() throws Exception {
    HttpResponse<String> response = client.send(request().GET().build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void givesTheSameIdsWhenARequestIsRepeated() throws Exception {
    assertThat(alertId("retry-1")).isEqualTo(alertId("retry-1")).isNotEqualTo(alertId("retry-2"));
  }

  private String alertId(String idempotencyKey) throws Exception {
    HttpRequest request = request()
        .header("Idempotency-Key", idempotencyKey)
        .POST(BodyPublishers.ofString(SIGN_IN))
        .build();
    FieldValue answer = json(client.send(request, BodyHandlers.ofString()));
    return answer.at("alerts").elements().get(0).at("id").asText();
  }

  private HttpResponse<String> post(String body) throws Exception {
    HttpRequest request = request().POST(BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create(server.address())).timeout(PATIENCE);
  }

  private static FieldValue json(HttpResponse<String> response) {
    return new JsonReader(100).read(response.body()).orElseThrow();
  }

  private static String oneLine(String json) {
    return json.replace("\n", " ");
  }

  private static String event(String identity, String eventType) {
    return """
        {"version": "0", "id": "i-1", "detail-type": "AWS Console Sign In via CloudTrail",
          "source": "aws.signin", "account": "111122223333", "time": "2026-03-14T09:14:02Z",
          "region": "us-east-1", "resources": [], "detail": {"eventType": "%s",
          "eventName": "ConsoleLogin", "sourceIPAddress": "203.0.113.7",
          "userIdentity": {"type": "%s"}}}
        """.formatted(eventType, identity);
  }
}
