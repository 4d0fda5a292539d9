/** A watched folder: what is put there is submitted, then moved aside. */
@NullMarked
package org.tocsin.ingest.folder;

import org.jspecify.annotations.NullMarked;
