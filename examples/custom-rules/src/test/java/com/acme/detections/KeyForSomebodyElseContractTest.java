package com.acme.detections;

import io.streamalert.classify.LogSchema;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.rule.Rule;
import io.streamalert.testkit.RuleContract;
import java.util.Collection;

// docs: contract
class KeyForSomebodyElseContractTest extends RuleContract {

  @Override
  protected Rule rule() {
    return new KeyForSomebodyElse();
  }

  @Override
  protected Collection<LogSchema> schemas() {
    return CommunitySchemas.all();
  }
}
// end
