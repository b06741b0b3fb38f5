-- The results that a report prints are kept as printed (hasil_tahunan); they become no document.
alter table impor_naskah drop constraint impor_naskah_jenis_check;
alter table impor_naskah add constraint impor_naskah_jenis_check check (jenis in ('pk', 'rencana-aksi', 'lkip'));
alter table impor_naskah drop constraint impor_naskah_cara_check;
alter table impor_naskah add constraint impor_naskah_cara_check check (cara in ('DRAF', 'DITETAPKAN', 'TERCETAK'));
alter table impor_naskah alter column dokumen drop not null;
alter table impor_naskah add constraint only_results_become_no_document
  check ((jenis = 'lkip') = (dokumen is null) and (jenis = 'lkip') = (cara = 'TERCETAK'));
