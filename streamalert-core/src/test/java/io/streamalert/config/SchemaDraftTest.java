package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.config.SchemaDraft.Proposed;
import io.streamalert.config.SchemaDraft.Unfit;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaDraftTest {

  private static SchemaDraft draft(String... samples) {
    return SchemaDraft.of(
        "t:x", Arrays.stream(samples).map(s -> RawLog.of(s.replace('\'', '"'))).toList());
  }

  private static Proposed proposed(String... samples) {
    return draft(samples).fold(p -> p, unfit -> {
      throw new AssertionError("sample " + unfit.sample() + " " + unfit.reason());
    });
  }

  private static LogSchema schema(String... samples) {
    return proposed(samples).schema();
  }

  private static Unfit unfit(String... samples) {
    return draft(samples)
        .fold(
            p -> {
              throw new AssertionError(p.json());
            },
            unfit -> unfit);
  }

  private static Map<String, String> configuration(LogSchema schema) {
    Map<String, String> all = new TreeMap<>();
    schema.options().forEach((name, value) -> all.put(name, value.toJson()));
    return all;
  }

  @Test
  void writesAFileAsAPersonWould() {
    assertThat(proposed("{'user':'eve','tags':[],'more':{}}", "{'user':'bob','port':22}")
            .json())
        .isEqualTo("""
            {
              "t:x": {
                "schema": {
                  "user": "string",
                  "tags": [],
                  "more": {},
                  "port": "integer"
                },
                "parser": "json",
                "configuration": {
                  "optional_top_level_keys": [
                    "tags",
                    "more",
                    "port"
                  ]
                }
              }
            }""");
  }

  @Test
  void typesAreWhatAllValuesShare() {
    LogSchema schema = schema(
        "{'s':'a','i':1,'f':1,'b':true,'l':[1],'m':'a','c':{'x':1},'n':null,'v':null}",
        "{'s':null,'i':2,'f':1.5,'b':false,'l':[],'m':1,'c':'a','n':null,'v':7}");

    assertThat(schema.fields())
        .containsExactly(
            Map.entry("s", FieldType.string()),
            Map.entry("i", FieldType.integer()),
            Map.entry("f", FieldType.floating()),
            Map.entry("b", FieldType.bool()),
            Map.entry("l", FieldType.list()),
            Map.entry("m", FieldType.string()),
            Map.entry("c", FieldType.any()),
            Map.entry("n", FieldType.string()),
            Map.entry("v", FieldType.integer()));
    assertThat(schema.optionalFields()).isEmpty();
  }

  @Test
  void nestedKeysAreWrittenWhereTheyNeverDiffer() {
    LogSchema schema = schema(
        "{'same':{'a':1,'in':{'b':'x'}},'differs':{'a':1},'once':{'a':1},'gone':{'a':1}}",
        "{'same':{'in':{'b':null},'a':2},'differs':{'b':1},'gone':null}");

    assertThat(schema.fields())
        .containsExactly(
            Map.entry(
                "same",
                FieldType.map(Map.of(
                    "a",
                    FieldType.integer(),
                    "in",
                    FieldType.map(Map.of("b", FieldType.string()))))),
            Map.entry("differs", FieldType.any()),
            Map.entry("once", FieldType.any()),
            Map.entry("gone", FieldType.any()));
  }

  @Test
  void recordsInAListHaveWhatStandsBesideItAsEnvelope() {
    LogSchema schema = schema(
        "{'owner':'1','Records':[{'a':1},{'a':2,'b':'x'}]}",
        "{'owner':'2','time':1,'Records':[{'a':3}]}");

    assertThat(schema.fields().keySet()).containsExactly("a", "b");
    assertThat(configuration(schema))
        .isEqualTo(Map.of(
            "json_path", "\"Records[*]\"",
            "envelope_keys", "{\"owner\":\"string\",\"time\":\"integer\"}",
            "optional_envelope_keys", "[\"time\"]"));
    assertThat(schema.optionalFields()).containsExactly("b");
  }

  @Test
  void aListIsOfRecordsIfItIsAllThereIsOrHasAUsualName() {
    assertThat(schema("{'my-list':[{'a':1}]}").jsonPath()).contains("\"my-list\"[*]");
    assertThat(schema("{'events':[{'a':1}],'more':1}").jsonPath()).contains("events[*]");
    assertThat(schema("{'resources':[{'a':1}],'more':1}").jsonPath()).isEmpty();
    assertThat(schema("{'events':[{'a':1},2]}").jsonPath()).isEmpty();
    assertThat(schema("{'events':[{'a':1}]}", "{'events':[]}").jsonPath()).isEmpty();
  }

  @Test
  void aListAtTheTop() {
    LogSchema schema = schema("[{'a':1},{'b':2}]");

    assertThat(schema.jsonPath()).contains("[*]");
    assertThat(schema.optionalFields()).containsExactly("a", "b");
  }

  @Test
  void textThatHoldsRecords() {
    LogSchema schema = schema(
        "{'logGroup':'g','logEvents':[{'id':'1','message':'{\\'a\\':1}'},{'id':'2','message':'{\\'a\\':2}'}]}");

    assertThat(schema.fields()).containsExactly(Map.entry("a", FieldType.integer()));
    assertThat(configuration(schema))
        .isEqualTo(Map.of(
            "json_path", "\"logEvents[*].message\"",
            "embedded_json", "true",
            "envelope_keys", "{\"logGroup\":\"string\"}"));
    assertThat(configuration(schema("{'log':'{\\'a\\':1}','stream':'stdout'}")))
        .isEqualTo(Map.of(
            "json_path", "\"log\"",
            "embedded_json", "true",
            "envelope_keys", "{\"stream\":\"string\"}"));
    assertThat(schema("{'log':'{\\'a\\':1}'}", "{'log':'plain'}").jsonPath()).isEmpty();
  }

  @Test
  void syslogLines() {
    LogSchema schema = schema(
        "Jan 26 19:35:33 web-1 sudo[42]: session opened", "Jan 26 19:35:34 web-1 sshd: a=b c=d");

    assertThat(schema.parser()).isEqualTo("syslog");
    assertThat(schema.fields().keySet())
        .containsExactly("timestamp", "host", "application", "message");
  }

  @Test
  void pairsOfKeyAndValue() {
    LogSchema spaces = schema("user=eve port=22 took=1.5", "port=23  user=bob took=2");
    LogSchema commas = schema("user=eve b, port=", "user=bob, port=");

    assertThat(spaces.parser()).isEqualTo("kv");
    assertThat(spaces.fields())
        .containsExactly(
            Map.entry("user", FieldType.string()),
            Map.entry("port", FieldType.integer()),
            Map.entry("took", FieldType.floating()));
    assertThat(spaces.options()).isEmpty();
    assertThat(commas.option("delimiter").is(", ")).isTrue();
    assertThat(commas.fields())
        .isEqualTo(Map.of("user", FieldType.string(), "port", FieldType.string()));
  }

  @Test
  void columns() {
    for (String delimiter : List.of(",", "\t", ";", "|", " ")) {
      LogSchema schema =
          schema("a,'x,y',1".replace(",", delimiter), "b,z,-2".replace(",", delimiter));

      assertThat(schema.parser()).isEqualTo("csv");
      assertThat(schema.option("delimiter").textOr(",")).isEqualTo(delimiter);
      assertThat(schema.fields())
          .containsExactly(
              Map.entry("column_1", FieldType.string()),
              Map.entry("column_2", FieldType.string()),
              Map.entry("column_3", FieldType.integer()));
    }
  }

  @Test
  void aHeaderNamesTheColumnsAndIsLeftOut() {
    Proposed draft = proposed("user, port", "eve,22", "user, port", "bob,23");

    assertThat(draft.headers()).containsExactly(0, 2);
    assertThat(draft.schema().fields())
        .containsExactly(
            Map.entry("user", FieldType.string()), Map.entry("port", FieldType.integer()));
  }

  @Test
  void whatIsNoHeaderStaysALog() {
    assertThat(proposed("user,action", "eve,login").headers()).isEmpty();
    assertThat(proposed("user,user", "eve,1").headers()).isEmpty();
    assertThat(proposed("user,1", "eve,2").headers()).isEmpty();
    assertThat(proposed("user,port").headers()).isEmpty();
  }

  @Test
  void namesTheSampleThatBreaksIt() {
    assertThat(unfit("{'a':1}", "{'a':2}", "{'a':"))
        .satisfies(unfit -> assertThat(unfit.sample()).isEqualTo(2))
        .satisfies(unfit -> assertThat(unfit.reason())
            .startsWith("is no JSON: ")
            .endsWith("while the first sample is a JSON map"));
    assertThat(unfit("{'a':1}", "[{'a':1}]").reason())
        .isEqualTo("is a JSON list, while the first sample is a JSON map");
    assertThat(unfit("a,b", "5"))
        .isEqualTo(new Unfit(1, "is a JSON number, boolean or null, which no schema takes"));
    assertThat(unfit("s3cret,b,c", "d,e,f", "s3cret,h"))
        .isEqualTo(new Unfit(2, "has 2 columns, not 3 (read as csv, like those before it)"));
    assertThat(unfit("user=eve,port=22", "user=eve,prt=22").reason())
        .contains("\"port\" is missing");
  }

  @Test
  void namesTheFirstSampleWhereThereIsNothingToGoBy() {
    assertThat(unfit("word"))
        .isEqualTo(new Unfit(
            0, "is neither JSON nor a syslog line, and has neither KEY=VALUE pairs nor columns"));
    assertThat(unfit("{}")).isEqualTo(new Unfit(0, "has no keys, and no other sample has"));
    assertThat(unfit("[1]").reason()).contains("list of other things than maps");
    assertThat(unfit("[]").reason()).contains("or an empty one");
    assertThat(SchemaDraft.of(
                "t",
                List.of(RawLog.of(
                    LogSource.of("s3", "b"), Position.of("s3", "k"), new byte[] {-1, 44, -1})))
            .fold(Proposed::json, Unfit::reason))
        .isEqualTo("is neither UTF-8 text nor JSON");
  }

  @Test
  void aRecordWithoutKeysMakesTheKeysOptional() {
    assertThat(schema("{}", "{'a':1}").optionalFields()).containsExactly("a");
  }

  @Test
  void deepMapsAreTakenAsTheyAre() {
    String deep = "{'a':".repeat(500) + "1" + "}".repeat(500);

    assertThat(FieldValue.parse(proposed(deep, deep).json()).exists()).isTrue();
  }

  @Test
  void refusesToDraftFromNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> SchemaDraft.of("t", List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaDraft.of("", List.of(RawLog.of("{}"))));
  }
}
