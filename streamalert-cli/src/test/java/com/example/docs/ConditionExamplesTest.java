package com.example.docs;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.anywhere;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.hasSubKeys;
import static io.streamalert.condition.Condition.not;
import static io.streamalert.condition.Condition.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.condition.Condition;
import io.streamalert.condition.Explanation;
import io.streamalert.record.LogRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the page about conditions. */
class ConditionExamplesTest {

  // docs: condition-values
  static final Condition FROM_OUTSIDE = field("sourceIPAddress")
      .glob("*.*.*.*")
      .and(not(field("sourceIPAddress").inNetwork("10.0.0.0/8", "192.168.0.0/16")));

  static final Condition MANY_FAILURES = field("attempts")
      .isGreaterThan(10)
      .and(field("user").matches("(admin|root)[0-9]*"))
      .and(not(field("user").isSameAs("session", "owner")));

  static final Condition ASKED_FOR_HELP = field("command").containsIgnoringCase("--help");
  // end

  // docs: condition-lists
  static final Condition PUBLIC_IMAGE = hasSubKeys("detail", "requestParameters", "eventName")
      .and(field("detail", "eventName").is("ModifyImageAttribute"))
      .and(field("detail", "requestParameters", "launchPermission", "add", "items")
          .anyElement(field("group").is("all")));

  static final Condition ONLY_TEST_TAGS = field("tags").allElements(value().startsWith("test-"));
  // end

  // docs: condition-anywhere
  static final Condition OPEN_TO_ALL = anyOf(
      anywhere("cidrIp").is("0.0.0.0/0"), // somewhere in the record, however deep
      anywhere("cidrIpv6").is("::/0"));
  // end

  private static final LogRecord RECORD = LogRecord.of("cloudwatch:events", """
      {"detail": {"eventName": "ModifyImageAttribute", "requestParameters":
        {"launchPermission": {"add": {"items": [{"userId": "111122223333"}, {"group": "all"}]}}}}}
      """);

  @Test
  void anExplanationIsATree() {
    // docs: condition-explain
    Explanation why = PUBLIC_IMAGE.explain(RECORD);
    String all = why.toTree();
    String decisive = why.decisive().toString();
    // end
    assertThat(decisive).isEqualTo(all.lines().findFirst().orElseThrow());
    assertThat(all).isEqualTo("""
            yes: detail.requestParameters exists and detail.eventName exists and detail.eventName is "ModifyImageAttribute" and (detail.requestParameters.launchPermission.add.items has an element where group is "all")
              yes: detail.requestParameters exists (found MAP)
              yes: detail.eventName exists (found STRING)
              yes: detail.eventName is "ModifyImageAttribute" (found STRING)
              yes: detail.requestParameters.launchPermission.add.items has an element where group is "all"
                no: group is "all" (found MISSING at detail.requestParameters.launchPermission.add.items[0].group)
                yes: group is "all" (found STRING at detail.requestParameters.launchPermission.add.items[1].group)""");
  }

  @Test
  void theOthersHoldToo() {
    assertThat(FROM_OUTSIDE.test(LogRecord.of("t", "{\"sourceIPAddress\": \"8.8.8.8\"}")))
        .isTrue();
    assertThat(MANY_FAILURES.test(LogRecord.of(
            "t", "{\"attempts\": 11, \"user\": \"root\", \"session\": {\"owner\": \"ann\"}}")))
        .isTrue();
    assertThat(ASKED_FOR_HELP.test(LogRecord.of("t", "{\"command\": \"x --HELP\"}")))
        .isTrue();
    assertThat(ONLY_TEST_TAGS.test(LogRecord.of("t", "{\"tags\": [\"test-1\", \"prod\"]}")))
        .isFalse();
    assertThat(OPEN_TO_ALL.test(LogRecord.of("t", "{\"a\": [{\"cidrIp\": \"0.0.0.0/0\"}]}")))
        .isTrue();
  }

  // docs: condition-variants
  static boolean isTestedBy(Condition condition, Iterable<LogRecord> samples) {
    return condition.variants().stream().allMatch(variant -> {
      for (LogRecord sample : samples) {
        if (variant.condition().test(sample) != condition.test(sample)) {
          return true;
        }
      }
      return false; // no sample notices variant.change()
    });
  }
  // end

  @Test
  void oneSampleIsNotEnough() {
    assertThat(isTestedBy(PUBLIC_IMAGE, List.of(RECORD))).isFalse();
  }
}
