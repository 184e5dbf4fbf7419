package com.example.docs;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.LiveStreamAlert;
import io.streamalert.RuleChanges;
import io.streamalert.Run;
import io.streamalert.StreamAlert;
import io.streamalert.classify.LogSchema;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.LogType;
import io.streamalert.record.RawLog;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleEntry;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RuleStatistics;
import io.streamalert.spi.RuleProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The examples of the page about rules that concern their life in a program. */
class RuleOperationExamplesTest {

  private static final List<LogSchema> SCHEMAS = CommunitySchemas.all();
  private static final List<RawLog> BATCH = List.of(RawLog.of("no log"));

  // docs: provider
  public static final class TrailRules implements RuleProvider {

    @Override
    public List<Rule> rules() {
      return List.of(Rule.of(RuleSpec.named("trail_deleted")
          .logs("cloudtrail:events")
          .where(field("eventName").is("DeleteTrail"))
          .build()));
    }
  }
  // end

  @Test
  void rulesAreDiscovered() {
    List<String> said = new ArrayList<>();
    // docs: discovery
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(SCHEMAS)
        .rulesFrom(new TrailRules())
        .ruleProviders(ServiceLoader.load(RuleProvider.class))
        .build();
    for (RuleEntry entry : streamAlert.engine().entries()) {
      said.add(entry.spec().name() + ": " + entry.state() + ", " + entry.origin());
    }
    // end

    assertThat(said.get(0)).startsWith("trail_deleted: ENABLED, Rule.of in code");
    assertThat(said).hasSize(1 + new CommunityRules().rules().size());
  }

  @Test
  void plainCloudTrailIsLookedAt() {
    // docs: wide
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(CommunityRules.wide())
        .build();
    // end

    assertThat(streamAlert
            .engine()
            .rules()
            .get("cloudtrail_root_account_usage")
            .spec()
            .logs())
        .contains(LogType.of("cloudtrail:record"));
  }

  @Test
  void statisticsAreTold() {
    StreamAlert streamAlert =
        StreamAlert.builder().schemas(SCHEMAS).rulesFrom(new TrailRules()).build();
    List<String> said = new ArrayList<>();
    // docs: statistics
    streamAlert.process(BATCH);
    for (RuleStatistics.Entry rule : streamAlert.statistics().slowestFirst()) {
      said.add(rule.rule() + ": " + rule.candidates() + " of " + rule.evaluations() + " records, "
          + rule.matches() + " alerts, " + rule.nanos() + " ns");
    }
    // end

    assertThat(said).containsExactly("trail_deleted: 0 of 0 records, 0 alerts, 0 ns");
  }

  @Test
  void rulesAreReloaded() {
    // docs: reload
    LiveStreamAlert live = LiveStreamAlert.of(composed(List.of(new TrailRules())));
    Run before = live.process(BATCH);

    RuleChanges changes =
        live.reload(() -> composed(List.of(new TrailRules(), new CommunityRules())));
    Run after = live.process(BATCH);
    // end

    assertThat(changes.added()).contains("cloudtrail_root_account_usage");
    assertThat(before.generation()).isEqualTo(1);
    assertThat(after.generation()).isEqualTo(2);
  }

  private static StreamAlert composed(List<RuleProvider> providers) {
    return StreamAlert.builder().schemas(SCHEMAS).ruleProviders(providers).build();
  }
}
