package io.streamalert.testkit.contracts;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.spi.LogParserProvider;
import io.streamalert.testkit.LogParserContract;
import java.util.List;

class AngleParserTest extends LogParserContract {

  static final LogSchema SCHEMA = LogSchema.named("acme:angles")
      .parser("angles")
      .field("user", FieldType.string())
      .build();

  @Override
  protected LogParserProvider provider() {
    return new AngleParser();
  }

  @Override
  protected LogSchema schema() {
    return SCHEMA;
  }

  @Override
  protected List<String> samples() {
    return List.of("user<alice>", "user<ü>");
  }
}
