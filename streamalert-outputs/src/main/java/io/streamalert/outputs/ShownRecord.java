package io.streamalert.outputs;

import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;

/** What a message shows as the record: that of the publication, or else its payload. */
final class ShownRecord {

  private ShownRecord() {}

  static FieldValue of(Publication publication) {
    FieldValue record = publication.get("record");
    return record.exists() ? record : FieldValue.map(publication.payload().toFields());
  }
}
