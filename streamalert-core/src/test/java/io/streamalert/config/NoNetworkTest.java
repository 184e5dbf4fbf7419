package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.sun.net.httpserver.HttpServer;
import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a file or a schema names: nothing is fetched. */
class NoNetworkTest {

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private String url;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      requests.incrementAndGet();
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.schema.json";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aFileThatNamesASchemaFetchesNothing() {
    FieldValue root = FieldValue.parse("{\"$schema\": \"" + url + "\", \"$ref\": \"" + url
        + "\", \"$id\": \"" + url + "\", \"account\": {\"$ref\": \"" + url + "\"}}");

    assertThat(new SchemaValidator(new ConfigSchemas()).check("global", root))
        .extracting(SchemaValidator.Finding::property)
        .containsExactlyInAnyOrder("$ref", "$id", "$ref");
    assertThat(requests).hasValue(0);
  }

  @Test
  void aSchemaThatNamesAnotherIsRefused() {
    for (String foreign : List.of(url, "classpath:x.json", "file:///etc/hostname")) {
      FieldValue schema = FieldValue.parse("{\"$ref\": \"" + foreign + "\"}");
      assertThatThrownBy(() -> SchemaValidator.registry(new ConfigSchemas())
              .getSchema(SchemaLocation.of("streamalert:/config/x"), JsonNodes.of(schema))
              .validate(JsonNodes.of(schema)))
          .isInstanceOf(SchemaException.class);
    }
    assertThat(requests).hasValue(0);
  }

  /** Not even the drafts of JSON Schema, which the library could load. */
  @Test
  void aSchemaOfAnotherDraftIsRefused() {
    FieldValue schema = FieldValue.parse("{\"$schema\": \"" + url + "\"}");
    assertThatThrownBy(() -> SchemaValidator.registry(new ConfigSchemas())
            .getSchema(SchemaLocation.of("streamalert:/config/x"), JsonNodes.of(schema)))
        .isInstanceOf(SchemaException.class);
    assertThat(requests).hasValue(0);
  }
}
