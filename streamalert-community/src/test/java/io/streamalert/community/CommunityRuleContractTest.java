package io.streamalert.community;

import io.streamalert.classify.LogSchema;
import io.streamalert.lookup.LookupTables;
import io.streamalert.rule.Rule;
import io.streamalert.spi.RuleProvider;
import io.streamalert.testkit.RuleContract;
import java.util.Collection;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule that ships keeps the contract of rules, also where it is disabled. */
@ParameterizedClass(name = "{0}")
@MethodSource("names")
class CommunityRuleContractTest extends RuleContract {

  @Parameter
  private String name = "";

  static Stream<String> names() {
    return rules().map(rule -> rule.spec().name());
  }

  private static Stream<Rule> rules() {
    return ServiceLoader.load(RuleProvider.class).stream()
        .flatMap(provider -> provider.get().rules().stream());
  }

  @Override
  protected Rule rule() {
    return rules().filter(rule -> rule.spec().name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  protected Collection<LogSchema> schemas() {
    return CommunitySchemas.all();
  }

  @Override
  protected LookupTables tables() {
    return RuleCase.TABLES;
  }
}
