package com.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.spi.LookupTableProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page about lookup tables. */
class LookupTableExamplesTest {

  // docs: table-rule
  static final Rule CALL_BY_STRANGER = Rule.of(
      RuleSpec.named("call_by_stranger").logs("cloudtrail:events").build(),
      (record, context) -> context
          .table("accounts")
          .get(record.at("recipientAccountId").asText())
          .isEmpty());
  // end

  @Test
  void aRuleIsTestedWithATableInMemory() {
    // docs: table-memory
    LookupTables tables = LookupTables.builder()
        .add("accounts", LookupTable.of(Map.of("111122223333", "production")))
        .build();
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rules(CALL_BY_STRANGER)
        .tables(tables)
        .build();
    // end

    assertThat(alerts(streamAlert, "111122223333")).isEmpty();
    assertThat(alerts(streamAlert, "444455556666")).hasSize(1);
  }

  @Test
  void aTableIsAFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("accounts.json"), "{\"111122223333\": \"production\"}");

    // docs: table-file
    Map<String, FieldValue> settings =
        Map.of("path", FieldValue.of(file.toString()), "cache_refresh_minutes", FieldValue.of(5));
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rules(CALL_BY_STRANGER)
        .tableDrivers(ServiceLoader.load(LookupTableProvider.class))
        .tables(List.of(TableSpec.of("accounts", "file", settings)))
        .build();
    // end

    assertThat(alerts(streamAlert, "111122223333")).isEmpty();
    assertThat(alerts(streamAlert, "444455556666")).hasSize(1);
  }

  /** A store that is asked key by key. */
  interface Directory {
    Optional<String> ownerOf(String account);
  }

  // docs: table-own
  static LookupTable owners(Directory directory, Clock clock) {
    LookupTable owners = account -> directory.ownerOf(account).map(FieldValue::of);
    return LookupTable.cached(owners, 10_000, Duration.ofMinutes(3), clock);
  }
  // end

  @Test
  void anOwnTableIsAskedOnce() {
    List<String> asked = new ArrayList<>();
    LookupTable owners = owners(
        account -> {
          asked.add(account);
          return Optional.empty();
        },
        Clock.systemUTC());

    assertThat(owners.get("111122223333")).isEmpty();
    assertThat(owners.get("111122223333")).isEmpty();
    assertThat(asked).hasSize(1);
  }

  private static List<Alert> alerts(StreamAlert streamAlert, String account) {
    String json = "{\"recipientAccountId\": \"" + account + "\"}";
    return streamAlert.evaluate(LogRecord.of("cloudtrail:events", json)).alerts();
  }
}
