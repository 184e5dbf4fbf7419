package io.streamalert.config;

import io.streamalert.config.SampleForm.Read;
import io.streamalert.config.SchemaDraft.Unfit;
import io.streamalert.record.FieldValue;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.List;

/** Drafts a schema by the form that all samples have. */
final class Drafting {

  private final String type;
  private final List<RawLog> samples;

  Drafting(String type, List<RawLog> samples) {
    this.type = type;
    this.samples = samples;
  }

  SchemaDraft draft() {
    List<Read> read = SampleForm.readAll(samples);
    Read first = read.get(0);
    for (int i = 0; i < read.size(); i++) {
      Read other = read.get(i);
      if (other.form() == SampleForm.SCALAR) {
        return new Unfit(i, "is " + other.what() + ", which no schema takes");
      }
      if (other.form() != first.form()) {
        return new Unfit(i, "is " + other.what() + ", while the first sample is " + first.what());
      }
    }
    return first.form() == SampleForm.TEXT
        ? new TextDrafting(type, samples).draft()
        : fromJson(read.stream().map(Read::value).toList());
  }

  /** The first of the places in which records may be whose schema fits. */
  private SchemaDraft fromJson(List<FieldValue> values) {
    List<RecordPlace> places = new RecordPlaces(values).all();
    if (places.isEmpty()) {
      return new Unfit(0, "is a list of other things than maps, or an empty one");
    }
    List<Unfit> unfit = new ArrayList<>();
    for (RecordPlace place : places) {
      DraftFields fields = DraftFields.of(place.records());
      if (!fields.isEmpty()) {
        SchemaDraft draft = place.candidate(type, fields).tried(samples);
        if (!(draft instanceof Unfit misfit)) {
          return draft;
        }
        unfit.add(misfit);
      }
    }
    return unfit.isEmpty() ? new Unfit(0, "has no keys, and no other sample has") : unfit.get(0);
  }
}
