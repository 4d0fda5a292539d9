/** Makes the views of reports anew from the raw log. */
@NullMarked
package org.tocsin.triage.rebuild;

import org.jspecify.annotations.NullMarked;
