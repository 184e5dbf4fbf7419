package io.streamalert.community.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicGroupsTest {

  private static final String URI = "http://acs.amazonaws.com/groups/global/AllUsers";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          "uri=PART"                              | true
          {"a": {"b": ["x", "uri=PART"]}}         | true
          {"PART": "x"}                         | false
          {"a": 0, "b": null, "c": "PART"}      | true
          {"a": {}, "b": [], "c": "PART"}       | true
          {"a": 1, "b": "PART"}                 | false
          {"a": true, "b": "PART"}              | false
          {"a": "PART", "b": 1}                 | true
          {"a": [{"b": 1}], "c": "PART"}        | false
          null                                  | false
          """)
  void textWithAGroupIsFoundBeforeAnyNumber(String json, boolean found) {
    assertThat(PublicGroups.areIn(FieldValue.parse(json.replace("PART", URI)))).isEqualTo(found);
  }
}
