package io.streamalert.community;

import io.streamalert.community.cloudtrail.CriticalApiCalls;
import io.streamalert.community.cloudwatch.RootAccountUsage;
import io.streamalert.rule.Rule;
import io.streamalert.spi.RuleProvider;
import java.util.List;

/**
 * The rules that ship, under the names that they have in StreamAlert 3.5. They set no outputs, so
 * their alerts go to the required ones only.
 */
public final class CommunityRules implements RuleProvider {

  /** Makes the provider. */
  public CommunityRules() {}

  @Override
  public List<Rule> rules() {
    return List.of(new CriticalApiCalls(), new RootAccountUsage());
  }

  /** {@return true: a deployment has some of the log types that these rules look at} */
  @Override
  public boolean isLibrary() {
    return true;
  }
}
