package io.streamalert.lookup;

import io.streamalert.record.FieldValue;
import java.util.Map;

class MapTableTest extends LookupTableContract {

  @Override
  LookupTable table(Map<String, FieldValue> entries) {
    return LookupTable.of(entries);
  }
}
