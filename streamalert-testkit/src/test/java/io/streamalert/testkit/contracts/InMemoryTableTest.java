package io.streamalert.testkit.contracts;

import io.streamalert.lookup.LookupTable;
import io.streamalert.record.FieldValue;
import io.streamalert.testkit.LookupTableContract;
import java.util.Map;

class InMemoryTableTest extends LookupTableContract {

  @Override
  protected LookupTable tableOf(Map<String, FieldValue> entries) {
    return LookupTable.of(entries);
  }
}
