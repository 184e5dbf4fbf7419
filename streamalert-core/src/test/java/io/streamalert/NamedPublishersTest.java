package io.streamalert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.publish.Publisher;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.ConfigException;
import io.streamalert.spi.PublisherProvider;
import io.streamalert.spi.RuleProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedPublishersTest {

  private static final Publisher SAME = (alert, previous) -> previous;

  private final StreamAlertBuilder builder = StreamAlert.builder()
      .schemas(LogSchema.named("acme:login").field("user", FieldType.any()).build());

  private static Rule rule(String name, String... publishers) {
    return Rule.of(RuleSpec.named(name)
        .logs("acme:login")
        .publishersFor("slack", publishers)
        .build());
  }

  private static final class Provider implements PublisherProvider {

    @Override
    public Map<String, Publisher> publishers() {
      return Map.of("shorten", SAME);
    }

    @Override
    public Map<String, String> aliases() {
      return Map.of("publishers.acme.shorten", "shorten");
    }
  }

  @Test
  void givenAndProvidedPublishersCanBeNamed() {
    StreamAlert streamAlert = builder
        .publishers(Map.of("mine", SAME))
        .publishers(List.of(new Provider()))
        .rules(rule("a", "mine", "shorten", "blank", "publishers.acme.shorten"))
        .build();

    assertThat(streamAlert.publishers().names()).contains("mine", "shorten", "standard");
  }

  @Test
  void unknownOnesOfRulesAreToldTogetherWithEverythingElse() {
    builder
        .publishers(Map.of("shorten", SAME))
        .publishers(List.of(new Provider()))
        .rules(Rule.of(RuleSpec.named("b").logs("acme:logon").build()));

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Two publishers have the name \"shorten\"")
        .hasMessageContaining("acme:logon");
    assertThatThrownBy(StreamAlert.builder()
            .schemas(
                LogSchema.named("acme:login").field("user", FieldType.any()).build())
            .rules(rule("a", "blnak", "add_record"), rule("b", "something_else_entirely"))::build)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("The rule a (Rule.of in code) names the publisher"
            + " \"blnak\", which is not there. Did you mean \"blank\"?")
        .hasMessageContaining("The rule b")
        .hasMessageContaining("Known names: add_record, blank");
  }

  @Test
  void rulesOfALibraryMayNameOthers() {
    RuleProvider library = new RuleProvider() {
      @Override
      public List<Rule> rules() {
        return List.of(rule("a", "slack_summary"));
      }

      @Override
      public boolean isLibrary() {
        return true;
      }
    };
    StreamAlert streamAlert = builder.rulesFrom(library).build();

    assertThat(streamAlert.engine().rules()).containsKey("a");
  }
}
