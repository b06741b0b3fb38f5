-- A Perjanjian Kinerja is a plan too of the short term (LKE 1.a): where no Renstra is at hand, the tree is of what was agreed for the year.
alter table dokumen_rencana drop constraint dokumen_rencana_jenis_check;
alter table dokumen_rencana add constraint a_plan_is_of_a_known_kind
  check (jenis in ('RPJMD', 'RPD', 'RENSTRA', 'RENJA', 'PERJANJIAN_KINERJA'));
