package com.acme.detections;

import io.streamalert.rule.Rule;
import io.streamalert.spi.RuleProvider;
import java.util.List;

/** The rules of this project, for {@code --rules} and {@code rulesFrom}. */
public final class AcmeRules implements RuleProvider {

  @Override
  public List<Rule> rules() {
    return List.of(new TrailStopped(), new KeyForSomebodyElse());
  }
}
