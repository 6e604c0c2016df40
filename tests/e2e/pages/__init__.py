"""Page objects have moved to mbp_claims/testing/pages; imports from here still find them, and new ones beside this."""

from mbp_claims.testing import pages

__path__ = [*__path__, *pages.__path__]
